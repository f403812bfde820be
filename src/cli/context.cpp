// SPDX-License-Identifier: MIT
#include "cli/context.h"

#include <ostream>

#include "cli/surroundings.h"

namespace practice::cli {

Context::Context(Environment& world) : environment{world} {
    zones = world.zones;
    if (world.zones_version) { zones_version = world.zones_version; }
    account = world.account;
    allow_network_filesystem = allows_network_filesystem(world);
    notes = [this](std::string_view text) { note(text); };
}

void Context::note(std::string_view text) {
    if (quiet) { return; }
    *environment.err << "practice: note: " << invocation.completed(text) << '\n';
}

void Context::print_undo() {
    if (made) { print_line("Undo with: " + command("undo " + std::to_string(made->value))); }
}

}  // namespace practice::cli
