// SPDX-License-Identifier: MIT
#include "cli/completion/completion_values.h"

#include <algorithm>

#include "app/directory.h"
#include "cli/completion/completion_dates.h"
#include "cli/completion/completion_sessions.h"
#include "cli/help/help_topics.h"
#include "cli/line/named_command.h"
#include "practice/plain_text.h"
#include "store/journal/journal.h"
#include "text/format_time.h"

namespace practice::cli {
namespace {

using List = std::vector<Candidate>;

/// Archived things are only brought back.
bool wants_archived(const LineEnd& line) {
    return line.command != nullptr && line.command->name.ends_with(" unarchive");
}

template <class Thing, class Put>
void each_current(const std::vector<Thing>& things, const LineEnd& line, Put&& put) {
    for (const auto& thing : things) {
        if (thing.archived == wants_archived(line)) { put(thing); }
    }
}

std::string family_name(std::string_view name) {
    const auto space = name.rfind(' ');
    return std::string{space == std::string_view::npos ? name : name.substr(space + 1)};
}

List professionals(const Directory& directory, const LineEnd& line) {
    List list;
    each_current(directory.professionals(), line, [&](const Professional& professional) {
        const auto& name = professional.name.text;
        list.push_back({professional.code, name, {name, family_name(name)}});
    });
    return list;
}

List rooms(const Directory& directory, const LineEnd& line) {
    List list;
    each_current(directory.rooms(), line, [&](const Room& room) {
        list.push_back({room.name.text, std::string{to_string(room.kind)}});
    });
    return list;
}

List services(const Directory& directory, const LineEnd& line, std::string_view ending) {
    List list;
    each_current(directory.services(), line, [&](const Service& service) {
        auto told = service.description.empty() ? text::length_in_words(service.length) : service.description;
        told += ", " + to_string(service.price) + " " + std::string{service.price.currency.code()};
        list.push_back({service.code + std::string{ending}, told, {service.description}});
    });
    return list;
}

List recurrences(const Directory& directory) {
    List list;
    for (const auto& recurrence : directory.recurrences()) {
        if (!recurrence.archived) { list.push_back({recurrence.name, "a configured recurrence"}); }
    }
    return list;
}

/// "Smith, Anna" for whoever begins with the family name: a shell keeps what was typed.
List clients_by_name(const Directory& directory, const LineEnd& line) {
    List list;
    List by_family;
    each_current(directory.clients(), line, [&](const Client& client) {
        const auto& name = client.name.text;
        const auto told = "client " + std::to_string(client.id.value);
        const auto family = family_name(name);
        list.push_back({name, told});
        if (family.size() < name.size()) {
            by_family.push_back({family + ", " + name.substr(0, name.size() - family.size() - 1), told});
        }
    });
    if (line.typed.empty()) { return list; }
    list.insert(list.end(), by_family.begin(), by_family.end());
    return list;
}

List clients_by_number(const Directory& directory, const LineEnd& line) {
    List list;
    each_current(directory.clients(), line, [&](const Client& client) {
        std::string whose;
        for (const auto id : client.professionals) {
            whose += (whose.empty() ? "client of " : ", ") + directory.with_id(id).code;
        }
        list.push_back({std::to_string(client.id.value), whose});
    });
    return list;
}

List clients(const Directory& directory, const LineEnd& line, const Context& context) {
    const bool named = context.configuration.get("completion-client-names").value_or("no") == "yes";
    const bool number = all_digits(line.typed);
    return named && !number ? clients_by_name(directory, line) : clients_by_number(directory, line);
}

/// Of the command only what was done: what follows may name clients.
List operations(Context& context) {
    constexpr int most = 20;
    List list;
    for (const auto& operation : store::load_operations(*context.database, {.most = most})) {
        const auto words = split(operation.command, ' ');
        std::string what{words.front()};
        if (words.size() > 1 && find_command(what + " " + std::string{words[1]}) != nullptr) {
            what += " " + std::string{words[1]};
        }
        const auto at = context.zone().to_local(operation.at);
        list.push_back({std::to_string(operation.id.value), text::weekday_date(date_of(at)) + " " +
                                                                to_string_time(time_of_day(at)) + " " + what +
                                                                (operation.undone_by ? " (undone)" : "")});
    }
    return list;
}

List time_zones(const Context& context) {
    List list;
    for (const auto& name : context.environment.zones->names()) {
        const auto slash = name.rfind('/');
        list.push_back({name, "", {slash == std::string::npos ? name : name.substr(slash + 1)}});
    }
    return list;
}

List topics(const LineEnd& line) {
    List list;
    if (!line.positionals.empty()) {
        for (const auto& verb : names_after(line.positionals.front())) {
            const auto* command = find_command(line.positionals.front() + " " + verb);
            list.push_back({verb, command != nullptr ? std::string{command->summary} : ""});
        }
        return list;
    }
    for (const auto& topic : help_topics()) { list.push_back({topic, "topic"}); }
    for (const auto& name : names_after("")) { list.push_back({name, "command"}); }
    return list;
}

List from_database(ValueKind kind, const LineEnd& line, Context& context) {
    if (!context.database || !context.practice) { return {}; }
    const Directory directory{context};
    switch (kind) {
        case ValueKind::professional: return professionals(directory, line);
        case ValueKind::client: return clients(directory, line, context);
        case ValueKind::room: return rooms(directory, line);
        case ValueKind::service: return services(directory, line, "");
        case ValueKind::fee: return services(directory, line, "=");
        case ValueKind::recurrence: return recurrences(directory);
        case ValueKind::operation: return operations(context);
        case ValueKind::session: return session_candidates(line, context, true);
        case ValueKind::cancelled_session: return session_candidates(line, context, false);
        default: return {};
    }
}

List words_of(std::string_view words) {
    List list;
    if (words.empty()) { return list; }
    for (const auto word : split(words, '|')) { list.push_back({std::string{word}, ""}); }
    return list;
}

}  // namespace

Values values_for(const WantedValue& wanted, const LineEnd& line, Context& context) {
    Values values;
    values.candidates = words_of(wanted.choices);
    const auto offers = words_of(wanted.offers);
    values.candidates.insert(values.candidates.end(), offers.begin(), offers.end());
    List more;
    switch (wanted.kind) {
        case ValueKind::file: values.files = true; break;
        case ValueKind::time_zone: more = time_zones(context); break;
        case ValueKind::topic: more = topics(line); break;
        case ValueKind::date: more = date_candidates(context, false); break;
        case ValueKind::window_end: more = date_candidates(context, true); break;
        case ValueKind::when:
            more = when_candidates(line.typed, context);
            values.no_space = true;
            break;
        default: more = from_database(wanted.kind, line, context); values.no_space = wanted.kind == ValueKind::fee;
    }
    values.candidates.insert(values.candidates.end(), more.begin(), more.end());
    return values;
}

}  // namespace practice::cli
