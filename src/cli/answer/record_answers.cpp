// SPDX-License-Identifier: MIT
#include "cli/answer/record_answers.h"

#include "practice/plain_text.h"
#include "text/wording/things_text.h"

namespace practice::cli {
namespace {

text::ProfessionalView view_of(const Professional& professional, const Directory& directory) {
    return {&professional, professional.room ? directory.with_id(*professional.room).name.text : std::string{}};
}

text::ClientView view_of(const Client& client, const Directory& directory) {
    text::ClientView view{&client, {}};
    for (const auto id : client.professionals) { view.professionals.push_back(directory.with_id(id).code); }
    return view;
}

}  // namespace

std::vector<Field> Named<Professional>::fields(const Professional& professional, const Directory& directory) {
    return fields_of(professional, directory.rooms());
}
std::vector<Field> Named<Client>::fields(const Client& client, const Directory& directory) {
    return fields_of(client, directory.professionals());
}
std::vector<Field> Named<Room>::fields(const Room& room, const Directory&) {
    return fields_of(room);
}
std::vector<Field> Named<Service>::fields(const Service& service, const Directory&) {
    return fields_of(service);
}
std::vector<Field> Named<NamedRecurrence>::fields(const NamedRecurrence& recurrence, const Directory&) {
    return fields_of(recurrence);
}

Listing<Professional> Named<Professional>::listing(const Directory& directory) {
    return {text::professional_columns(),
            [&](const Professional& one) { return text::professional_cells(view_of(one, directory)); },
            text::professional_fields(),
            [&](const Professional& one) { return text::professional_values(view_of(one, directory)); },
            [&](const Professional& one) { return text::professional_json(view_of(one, directory)); },
            key,
            "No professionals. Add one: practice professional add 'Dana Lee'"};
}
Listing<Client> Named<Client>::listing(const Directory& directory) {
    return {text::client_columns(),
            [&](const Client& one) { return text::client_cells(view_of(one, directory)); },
            text::client_fields(),
            [&](const Client& one) { return text::client_values(view_of(one, directory)); },
            [&](const Client& one) { return text::client_json(view_of(one, directory)); },
            key,
            "No clients. Add one: practice client add 'Anna Smith'"};
}
Listing<Room> Named<Room>::listing(const Directory&) {
    return {text::room_columns(),
            text::room_cells,
            text::room_fields(),
            text::room_values,
            text::room_json,
            key,
            "No rooms. Add one: practice room add 'Room 1'"};
}
Listing<Service> Named<Service>::listing(const Directory&) {
    return {text::service_columns(),
            text::service_cells,
            text::service_fields(),
            text::service_values,
            text::service_json,
            key,
            "No services. Add one: practice service add 90834 --price 150.00"};
}
Listing<NamedRecurrence> Named<NamedRecurrence>::listing(const Directory&) {
    return {text::recurrence_columns(),
            text::recurrence_cells,
            text::recurrence_fields(),
            text::recurrence_values,
            text::recurrence_json,
            key,
            "No named recurrences. Add one: practice recurrence add every-6-weeks 'every 6 weeks'"};
}

}  // namespace practice::cli
