// SPDX-License-Identifier: MIT
// libical is given only what it is good for: texts, with their escapes and lists. It is not given rules (it drops those
// that it does not understand, and wraps large numbers) nor times (it takes a 13th month); nor any nested component.
// What it lends is copied at once.
#include "ical/event_texts.h"

#include "ical/libical.h"
#include "ical/one_line.h"
#include "practice/plain_text.h"

namespace practice::ical {
namespace {

std::string text_of(icalproperty* property) {
    const auto& library = Libical::loaded();
    const auto* value = library.value_of(property);
    if (value == nullptr) { return {}; }
    const char* text = nullptr;
    switch (library.value_kind(value)) {
        case ICAL_TEXT_VALUE: text = library.text_of(value); break;
        case ICAL_X_VALUE: text = library.x_text_of(value); break;
        case ICAL_CALADDRESS_VALUE: text = library.address_of(value); break;
        default: break;
    }
    const auto line = one_line(text == nullptr ? "" : text);
    return std::string{trimmed(line)};
}

void add_own(std::string_view name, std::string text, ForeignWords& own) {
    if (name == "x-practice-uid") {
        own.practice_uid = std::move(text);
    } else if (name == "x-practice-professional") {
        own.professional = std::move(text);
    } else if (name == "x-practice-client") {
        own.clients.push_back(std::move(text));
    } else if (name == "x-practice-client-number") {
        own.client_numbers.push_back(std::move(text));
    } else if (name == "x-practice-service") {
        own.services.push_back(std::move(text));
    } else if (name == "x-practice-modifier") {
        own.modifiers.push_back(std::move(text));
    } else if (name == "x-practice-room") {
        own.room = std::move(text);
    } else if (name == "x-practice-status") {
        own.status = small_letters(text);
    } else if (name == "x-practice-client-status") {
        own.client_statuses.push_back(small_letters(text));
    } else if (name == "x-practice-ref") {
        own.ref = std::move(text);
    } else if (name == "x-practice-on-conflict") {
        own.on_conflict = small_letters(text);
    } else if (name == "x-practice-length-said") {
        own.length_said = small_letters(text);
    } else if (name == "x-practice-time-zone") {
        own.time_zone = std::move(text);
    } else if (name == "x-practice-series") {
        own.series.push_back(std::move(text));
    } else if (name == "x-practice-slot") {
        own.slots.push_back(std::move(text));
    } else if (name == "x-practice-seal") {
        own.seal = std::move(text);
    }
}

std::string without_scheme(std::string address) {
    constexpr std::string_view scheme = "mailto:";
    if (small_letters(address.substr(0, scheme.size())) == scheme) { address.erase(0, scheme.size()); }
    return address;
}

}  // namespace

bool read_texts(const std::string& lines, ForeignEvent& event) {
    const auto& library = Libical::loaded();
    const Component component{library.parse(("BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n").c_str())};
    if (!component || library.count_errors(component.get()) > 0) { return false; }
    for (auto* property = library.first_property(component.get(), ICAL_ANY_PROPERTY); property != nullptr;
         property = library.next_property(component.get(), ICAL_ANY_PROPERTY)) {
        switch (library.kind_of(property)) {
            case ICAL_UID_PROPERTY: event.uid = text_of(property); break;
            case ICAL_SUMMARY_PROPERTY: event.summary = text_of(property); break;
            case ICAL_LOCATION_PROPERTY: event.location = text_of(property); break;
            case ICAL_CATEGORIES_PROPERTY: event.categories.push_back(text_of(property)); break;
            case ICAL_ORGANIZER_PROPERTY: event.organizer = without_scheme(text_of(property)); break;
            case ICAL_X_PROPERTY: {
                const char* name = library.x_name(property);
                add_own(small_letters(name == nullptr ? "" : name), text_of(property), event.own);
                break;
            }
            default: break;
        }
    }
    return true;
}

}  // namespace practice::ical
