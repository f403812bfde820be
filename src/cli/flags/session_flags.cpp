// SPDX-License-Identifier: MIT
#include "cli/flags/session_flags.h"

#include "cli/flags/clash_flags.h"

namespace practice::cli {

std::vector<OptionSpec> session_options() {
    using enum Takes;
    std::vector<OptionSpec> list{
        {"--client", "NAME", many_values, "who comes: a name, part of one, or a number", "", ValueKind::client},
        {"--service", "CODE", many_values, "what is done: CODE, CODE:UNITS, CODE=PRICE or CODE:UNITS=PRICE", "",
         ValueKind::service},
        {"--price", "AMOUNT", one_value, "the price of the one service, such as 150.00"},
        {"--modifier", "MOD", many_values, "a modifier of the one service, or CODE=MOD"},
        {"--professional", "CODE", one_value, "who gives it: a code or a name; you, when not given", "",
         ValueKind::professional},
        {"--room", "NAME", one_value, "where; the professional's usual room, when not given", "", ValueKind::room},
        {"--virtual", "", nothing, "in a virtual room"},
        {"--at", "WHEN", one_value,
         "'2026-12-01 14:00', 'dec 1 2pm', 'tomorrow 9:30', 'tue 14:00', '+2w 14:00'; or 'next', the first free slot "
         "(the default)",
         "", ValueKind::when, "", "next"},
        {"--length", "MINUTES", one_value,
         "50, 50m or 1h20m; the services' usual length times their units, when not given"},
        {"--repeat", "RULE", one_value,
         "daily, weekdays, weekly, biweekly, monthly, yearly, a configured name, words such as 'every 2 weeks on "
         "tue,thu' or 'monthly on 2nd tue', or custom",
         "", ValueKind::recurrence, "", "daily|weekdays|weekly|biweekly|monthly|yearly|custom"},
        {"--every", "N", one_value, "with --repeat custom: each N units"},
        {"--unit", "UNIT", one_value, "with --repeat custom", "", ValueKind::choice, "day|week|month|year"},
        {"--on", "DAYS", one_value, "with --repeat custom: tue,thu; for months also 2tue, -1fri, 15, -1"},
        {"--rrule", "RRULE", one_value, "the rule as iCalendar writes it: 'FREQ=MONTHLY;BYDAY=2TU'"},
        {"--ends", "DATE", one_value, "the last day it may be on, or never (the default)", "", ValueKind::date, "",
         "never"},
        {"--times", "N", one_value, "end after so many dates of the rule, left-out ones counted"},
        {"--held", "N", one_value, "end when so many take place, left-out ones not counted"},
        {"--except", "DATES", one_value, "dates to leave out: 2026-12-24,2026-12-31"},
        {"--time-zone", "ZONE", one_value, "an IANA name; the practice's, when not given", "", ValueKind::time_zone},
        {"--note", "TEXT", one_value, "an administrative note, never a clinical one"},
        {"--ref", "KEY", one_value, "a key of your own, by which an import finds it again"},
        {"--status", "STATUS", one_value, "for what has been", "", ValueKind::choice,
         "scheduled|attended|no-show|cancelled|late-cancelled"},
        {"--allow-past", "", nothing, "book a time in the past"},
        allow_future_option(),
    };
    const auto clashes = clash_options("refuse (the default), skip the clashing dates, or allow");
    list.insert(list.end(), clashes.begin(), clashes.end());
    return list;
}

OptionSpec allow_future_option() {
    return {"--allow-future", "", Takes::nothing, "also mark what is still to come as attended or missed"};
}

app::SessionWords session_words(const Arguments& arguments) {
    app::SessionWords words;
    words.professional = arguments.value("--professional");
    words.clients = arguments.values("--client");
    words.services = arguments.values("--service");
    words.price = arguments.value("--price");
    words.modifiers = arguments.values("--modifier");
    words.room = arguments.value("--room");
    words.is_virtual = arguments.has("--virtual");
    words.at = arguments.value("--at");
    words.length = arguments.value("--length");
    words.repeat = arguments.value("--repeat");
    words.every = arguments.value("--every");
    words.unit = arguments.value("--unit");
    words.on = arguments.value("--on");
    words.rrule = arguments.value("--rrule");
    words.ends = arguments.value("--ends");
    words.times = arguments.value("--times");
    words.held = arguments.value("--held");
    words.except = arguments.value("--except");
    words.time_zone = arguments.value("--time-zone");
    words.note = arguments.value("--note");
    words.policy = read_clash_policy(arguments);
    words.ref = arguments.value("--ref");
    words.status = arguments.value("--status");
    words.allow_past = arguments.has("--allow-past");
    words.allow_future = arguments.has("--allow-future");
    return words;
}

}  // namespace practice::cli
