// SPDX-License-Identifier: MIT
#include "cli/flags/clash_flags.h"

namespace practice::cli {

std::vector<OptionSpec> clash_options(std::string_view help) {
    using enum Takes;
    return {
        {"--on-conflict", "WHAT", one_value, help, "", ValueKind::choice, "refuse|skip|allow"},
        {"--allow", "KINDS", one_value,
         "book these clashes only: professional, client, room, time-off; 'room,time-off'", "", ValueKind::plain, "",
         "professional|client|room|time-off"},
    };
}

ClashPolicy read_clash_policy(const Arguments& arguments) {
    ClashPolicy policy;
    policy.otherwise =
        parse_on_conflict(arguments.value("--on-conflict").value_or("refuse")).value_or(OnConflict::refuse);
    if (const auto kinds = arguments.value("--allow")) { allow_kinds(policy, *kinds); }
    return policy;
}

}  // namespace practice::cli
