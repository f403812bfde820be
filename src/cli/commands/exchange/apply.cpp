// SPDX-License-Identifier: MIT
// apply: makes the practice what a settings file says.
#include <algorithm>

#include "app/settings/settings_change.h"
#include "cli/answer/prompt.h"
#include "cli/input_file.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"
#include "config/settings_file.h"
#include "practice/zone_lookup.h"
#include "text/wording/settings_text.h"

namespace practice::cli {
namespace {

constexpr std::size_t kAskFrom = 11;

config::SourceText read_source(const std::string& file, Context& context) {
    return {input_name(file), read_input(file, context.environment, config::kLargestTextFile,
                                         misuse("the settings are expected on standard input, which is your keyboard",
                                                "name a file, or write: practice apply - < settings.yaml"))};
}

/// Everything that is wrong with the file, its shape and its values, from top to bottom.
SettingsPlan plan_or_refusal(Context& context, const config::SettingsFile& file, const config::SourceText& source,
                             const SettingsOptions& options) {
    const Directory directory{context};
    auto plan = plan_against(context, directory, file.settings, options);
    auto problems = file.problems;
    problems.insert(problems.end(), plan.problems.begin(), plan.problems.end());
    if (problems.empty()) { return plan; }
    config::locate(problems, source);
    std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
        return problem.place ? std::pair{problem.place->line, problem.place->column} : std::pair{0, 0};
    });
    throw Refusal{RefusalKind::settings, std::move(problems)};
}

/// A practice that is about to be set up has no zone yet, and the present is told on a wall clock: it is the file's.
void use_zone_of(const Settings& settings, Context& context) {
    if (context.practice || !settings.practice || !settings.practice->time_zone) { return; }
    if (const auto* zone = known_zone(*context.environment.zones, settings.practice->time_zone->text)) {
        context.now = present(context.environment, zone);
    }
}

void confirm_archiving(Context& context, const SettingsPlan& plan) {
    const auto archived = plan.count(PlannedAct::archive);
    if (archived < kAskFrom || context.dry_run) { return; }
    confirm(context, "Archive " + std::to_string(archived) + " that the file does not name?", "nothing was changed");
}

void tell(Context& context, const SettingsPlan& plan) {
    for (const auto& note : plan.notes) { context.note(note); }
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line(text::plan_json(plan, context.dry_run));
        return;
    }
    if (context.quiet) { return; }
    context.print(text::changes_told(plan.changes, !context.dry_run, context.dry_run));
    if (plan.changes.empty()) {
        context.print_line("Nothing to change: " + text::tally(plan));
        return;
    }
    context.print_line(text::tally(plan));
    if (context.dry_run) { context.print_line("Nothing was written (--dry-run)."); }
    context.print_undo();
}

int run(const Arguments& arguments, Context& context) {
    const auto source = read_source(arguments.positional(0).value(), context);
    const auto file = config::read_settings(source);
    use_zone_of(file.settings, context);
    const SettingsOptions options{.prune = arguments.has("--prune")};
    // Asked before others have to wait; decided anew when they do.
    if (options.prune) { confirm_archiving(context, plan_or_refusal(context, file, source, options)); }

    Change change{context};
    auto plan = plan_or_refusal(context, file, source, options);
    std::optional<TimeOffChange> time_off;
    std::optional<StillBooked> booked;
    if (context.practice) {
        time_off.emplace(context);
        booked.emplace(context, plan);
    }
    save(*context.database, plan);
    if (!change.written()) { plan.changes.clear(); }  // what is told is what was written
    if (time_off) { time_off->settle(); }
    if (booked) { booked->look(); }
    change.commit();
    if (time_off) { time_off->tell(); }
    if (booked) { booked->tell(); }

    tell(context, plan);
    return kDone;
}

}  // namespace

Command apply_command() {
    return {
        .name = "apply",
        .summary = "Set the practice up, or change it, from a settings file",
        .needs = Needs::create,
        .positionals = {{"FILE", "the settings, in YAML; - for standard input", true, false, ValueKind::file}},
        .options = {{"--prune", "", Takes::nothing, "archive what the sections in the file do not name"}},
        .examples = {{"practice apply lakeside.yaml --dry-run", "See what would change"},
                     {"practice apply lakeside.yaml", "Do it; the same file again changes nothing"}},
        .run = run,
        .description =
            "The file says who works here, the rooms, services, recurrences and clients. What it names is added, "
            "or changed where the file says something else; nothing is ever deleted. Professionals and services are "
            "known by code, rooms and recurrences by name, clients by number or else by full name.\n"
            "With --prune, what a section of the file does not name is archived, and what it names is brought "
            "back; sections that the file does not have are left alone.\n"
            "Keys of practice: name, time-zone, currency, week-starts, slot. Of professionals: code, name, email, "
            "phone, room, hours, fees, time-off, archived. Of rooms: name, kind, address, link, capacity, archived. "
            "Of services: code, description, length, price, per, archived. Of recurrences: name, and every (with "
            "on), words or rrule. Of feeds: see practice export feeds --help. Of clients: name, number, professionals, "
            "email, phone, fees, note, time-zone, "
            "archived.\n"
            "The least that a first file says:\n"
            "practice: {name: Lakeside Counseling, time-zone: America/New_York, currency: USD}"};
}

}  // namespace practice::cli
