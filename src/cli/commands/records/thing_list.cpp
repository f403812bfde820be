// SPDX-License-Identifier: MIT
// list: professionals, clients, rooms, services, named recurrences; all of them, or what a search finds.
#include <algorithm>

#include "cli/answer/record_answers.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "practice/plain_text.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

/// What a search looks at: the name, or the code and the description.
template <class Thing>
SearchName searched(const Thing& thing) {
    const auto key = Named<Thing>::key(thing);
    const auto name = Named<Thing>::name(thing);
    return text::search_name(key == name ? name : key + " " + name);
}
SearchName searched(const Client& client) {
    return client.name;
}

bool has_word(const std::string& folded, std::string_view beginning) {
    for (std::size_t at = folded.find(beginning); at != std::string::npos; at = folded.find(beginning, at + 1)) {
        if (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '-') { return true; }
    }
    return false;
}

/// Those of which a word begins with the text, and those that the name search finds ("smith, a").
template <class Thing>
void keep_found(std::vector<Thing>& things, const std::string& text) {
    const auto query = text::search_name(text);
    std::vector<SearchName> names;
    for (const auto& thing : things) { names.push_back(searched(thing)); }
    std::vector<bool> keep(things.size());
    for (std::size_t i = 0; i < things.size(); ++i) { keep[i] = has_word(names[i].folded, query.folded); }
    for (const auto index : search_names(query, names)) { keep[index] = true; }
    std::size_t i = 0;
    std::erase_if(things, [&](const Thing&) { return !keep[i++]; });
}

void keep_chosen(std::vector<Client>& clients, const Arguments& arguments, const Directory& directory) {
    std::vector<ProfessionalId> of;
    for (const auto& text : arguments.values("--professional")) {
        of.push_back(directory.find_professional(text, Archived::after_current).id);
    }
    if (of.empty()) { return; }
    std::erase_if(clients, [&](const Client& client) {
        return std::ranges::none_of(client.professionals,
                                    [&](auto id) { return std::ranges::find(of, id) != of.end(); });
    });
}
void keep_chosen(std::vector<Room>& rooms, const Arguments& arguments, const Directory&) {
    const auto kind = arguments.value("--kind");
    if (kind) {
        std::erase_if(rooms, [&](const Room& room) { return to_string(room.kind) != *kind; });
    }
}
template <class Thing>
void keep_chosen(std::vector<Thing>&, const Arguments&, const Directory&) {}

/// As people look for them: by name; services and recurrences by code.
template <class Thing>
std::string order(const Thing& thing) {
    return small_letters(Named<Thing>::key(thing));
}
std::string order(const Client& client) {
    return client.name.folded;
}
std::string order(const Professional& professional) {
    return professional.name.folded;
}
std::string order(const Room& room) {
    return room.name.folded;
}

/// Said in the place of a table, where there are some but none of them is listed.
std::string nothing_found(const std::string& things, bool in_use, const Arguments& arguments) {
    const auto noun = things.substr(0, things.size() - 1);
    if (arguments.has("--archived")) {
        return "No archived " + things + (arguments.positionals().empty() ? "." : " like that.");
    }
    if (!in_use && !arguments.has("--all")) {
        return "All " + things + " are archived. See them: practice " + noun + " list --archived";
    }
    return "No " + things + " like that. See all: practice " + noun + " list --all";
}

template <class Thing>
int run(const Arguments& arguments, Context& context) {
    const Directory directory{context};
    auto things = Named<Thing>::all(directory);
    const bool only_archived = arguments.has("--archived");
    if (!arguments.has("--all")) {
        std::erase_if(things, [&](const Thing& thing) { return thing.archived != only_archived; });
    }
    for (const auto& text : arguments.positionals()) { keep_found(things, text); }
    keep_chosen(things, arguments, directory);
    std::ranges::stable_sort(things, {}, [](const Thing& thing) { return order(thing); });
    auto listing = Named<Thing>::listing(directory);
    if (const auto& all = Named<Thing>::all(directory); !all.empty()) {
        const bool in_use = std::ranges::any_of(all, [](const Thing& thing) { return !thing.archived; });
        listing.when_empty = nothing_found(std::string{Named<Thing>::noun} + "s", in_use, arguments);
    }
    print_listing<Thing>(context, things, listing);
    return kDone;
}

Command row(std::string_view name, std::string_view summary, std::vector<Example> examples,
            int (*function)(const Arguments&, Context&), std::vector<OptionSpec> options = {}) {
    options.push_back({"--archived", "", Takes::nothing, "only those that are archived"});
    options.push_back({"--all", "", Takes::nothing, "archived ones too"});
    return {.name = name,
            .summary = summary,
            .needs = Needs::read,
            .positionals = {{"TEXT", "only those with a word that begins so", false, true}},
            .options = std::move(options),
            .examples = std::move(examples),
            .run = function};
}

}  // namespace

Command professional_list_command() {
    return row("professional list", "List professionals",
               {{"practice professional list", "All who work here"},
                {"practice professional list --archived --json", "Those who did"}},
               run<Professional>);
}
Command client_list_command() {
    return row(
        "client list", "List clients, or find some",
        {{"practice client list smi", "Smith, Smithson, Smirnov ..."},
         {"practice client list --professional lee", "One professional's clients"}},
        run<Client>,
        {{"--professional", "CODE", Takes::many_values, "only clients of this one", "", ValueKind::professional}});
}
Command room_list_command() {
    return row(
        "room list", "List rooms",
        {{"practice room list", "All rooms"}, {"practice room list --kind virtual", "Virtual ones only"}}, run<Room>,
        {{"--kind", "KIND", Takes::one_value, "only rooms of this kind", "", ValueKind::choice, "in-person|virtual"}});
}
Command service_list_command() {
    return row("service list", "List services and their prices",
               {{"practice service list", "All services"},
                {"practice service list psycho", "Those whose description has such a word"}},
               run<Service>);
}
Command recurrence_list_command() {
    return row("recurrence list", "List the recurrences that have a name",
               {{"practice recurrence list", "All of them"}, {"practice recurrence list --json", "For a program"}},
               run<NamedRecurrence>);
}

}  // namespace practice::cli
