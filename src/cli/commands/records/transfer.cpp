// SPDX-License-Identifier: MIT
#include "cli/commands/records/transfer.h"

#include "cli/answer/prompt.h"
#include "cli/flags/clash_flags.h"
#include "cli/flags/session_targets.h"
#include "cli/line/exit_code.h"
#include "text/dates/parse_time.h"
#include "text/format_time.h"
#include "text/wording/transfer_text.h"

namespace practice::cli {
namespace {

Instant read_since(const Arguments& arguments, const Context& context) {
    const auto from = arguments.value("--from");
    if (!from) { return context.now; }
    const auto now = context.local_now();
    const auto date = text::parse_date(*from, now);
    if (date < date_of(now.local)) {
        throw misuse(text::weekday_date(date) + " is in the past, and what has been is not transferred",
                     "leave out --from for all from now on, or correct single ones with 'practice session edit ID'");
    }
    return std::max(context.now, context.zone().to_instant(LocalTime{date}));
}

/// Before the change begins: no question while others wait.
void confirm_many(Context& context, std::size_t count) {
    if (count <= kMostWithoutAsking) { return; }
    const auto what = std::to_string(count) + " bookings";
    if (!context.interactive) {
        throw misuse("transferring " + what + " at once needs a yes",
                     "add --yes; or see first what it would do, with --dry-run");
    }
    confirm(context, "Transfer " + what + "?", "nothing was changed");
}

void print(Context& context, const TransferDone& done) {
    text::TransferView view;
    view.plan = &done.plan;
    view.request = &done.request;
    view.zones = context.zones;
    view.zone = &context.zone();
    view.dry_run = context.dry_run;
    view.clients_added = done.clients_added;
    view.usual_room_of = done.usual_room_of;
    for (const auto& note : done.notes) { context.note(note); }
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line(text::transfer_json(view));
        return;
    }
    if (context.quiet) {
        for (const auto& one : done.plan.list) {
            const auto& moved = one.continuation && !one.continuation->id.stored() ? one.before : one.moved();
            if (!one.left) { context.print_line(to_string(OccurrenceId{moved.number(), {}})); }
        }
        return;
    }
    context.print(text::transfer_told(view));
    if (context.dry_run) { context.print_line("Nothing was changed (--dry-run)."); }
    context.print_undo();
}

}  // namespace

std::vector<OptionSpec> transfer_options() {
    using enum Takes;
    std::vector<OptionSpec> list{
        {"--from", "DATE", one_value, "from this day on; from now on, when not given", "", ValueKind::date}};
    const auto clashes = clash_options(
        "refuse (the default): nothing is changed; skip: what clashes stays; allow: it goes all the same");
    list.insert(list.end(), clashes.begin(), clashes.end());
    return list;
}

int run_transfer(const Arguments& arguments, Context& context,
                 const std::function<TransferWish(const Directory&)>& read) {
    static_cast<void>(context.require_practice());
    const auto whole = [&](const Directory& directory) {
        auto wish = read(directory);
        wish.since = read_since(arguments, context);
        wish.policy = read_clash_policy(arguments);
        return wish;
    };
    if (!context.yes && !context.dry_run) { confirm_many(context, transfer_count(context, whole)); }
    print(context, transfer(context, whole));
    return kDone;
}

}  // namespace practice::cli
