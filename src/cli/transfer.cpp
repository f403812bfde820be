// SPDX-License-Identifier: MIT
#include "cli/transfer.h"

#include <algorithm>
#include <functional>
#include <map>

#include "app/booking/busy_times.h"
#include "app/change/time_off_change.h"
#include "cli/answer/prompt.h"
#include "cli/flags/clash_flags.h"
#include "cli/session_changes.h"
#include "practice/rescheduling.h"
#include "practice/time_off.h"
#include "store/rows/settings_rows.h"
#include "store/sessions/session_rows.h"
#include "text/dates/parse_time.h"
#include "text/format_time.h"
#include "text/wording/transfer_text.h"

namespace practice::cli {
namespace {

/// What a decision rests on, and the decision.
struct Decision {
    TransferRequest request;
    BusyTimes busy;
    TransferPlan plan;
};

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

/// What the receiving side has.
store::BusyFilter receiving(const TransferRequest& request) {
    store::BusyFilter filter;
    filter.from = request.since - std::chrono::days{1};
    if (const auto* professional = std::get_if<ProfessionalTransfer>(&request.subject)) {
        filter.professionals = {professional->to.id};
    } else {
        filter.rooms = {std::get<RoomTransfer>(request.subject).to.id};
    }
    return filter;
}

store::SessionFilter giving(const TransferRequest& request, const TransferWish& wish) {
    store::SessionFilter filter;
    filter.from = request.since;
    filter.clients = wish.clients;
    if (const auto* professional = std::get_if<ProfessionalTransfer>(&request.subject)) {
        filter.professionals = {professional->from.id};
    } else {
        filter.rooms = {std::get<RoomTransfer>(request.subject).from.id};
    }
    return filter;
}

Decision decide(const Arguments& arguments, Context& context, const Directory& directory, const TransferWish& wish) {
    Decision decision{
        {wish.subject, read_since(arguments, context), read_clash_policy(arguments), context.now}, {}, {}};
    auto& database = *context.database;
    const auto filter = receiving(decision.request);
    const auto* room = std::get_if<RoomTransfer>(&wish.subject);
    if (room == nullptr || room->to.kind == RoomKind::in_person) {
        decision.busy.sessions = store::load_busy(database, filter);
    }
    decision.busy.away = away_times(directory, filter.professionals);
    decision.busy.practice_zone = &context.zone();
    decision.plan = plan_transfer(store::load_sessions(database, giving(decision.request, wish)), decision.request,
                                  decision.busy.booked(), *context.environment.zones);
    return decision;
}

text::TransferView view_of(const Decision& decision, const Context& context) {
    text::TransferView view;
    view.plan = &decision.plan;
    view.request = &decision.request;
    view.zones = context.environment.zones;
    view.zone = &context.zone();
    view.dry_run = context.dry_run;
    return view;
}

void refuse_clashes(const Decision& decision, const Context& context) {
    const bool skips = decision.request.policy.skips();
    if (skips ? decision.plan.clashes_endlessly() : decision.plan.clashes()) {
        throw text::transfer_refusal(view_of(decision, context));
    }
}

/// Before the change begins: no question while others wait.
void confirm_many(Context& context, const Decision& decision) {
    const auto count = static_cast<std::size_t>(
        std::ranges::count_if(decision.plan.list, [](const Transferred& one) { return !one.left; }));
    if (count <= kMostWithoutAsking) { return; }
    const auto what = std::to_string(count) + " bookings";
    if (!context.interactive) {
        throw misuse("transferring " + what + " at once needs a yes",
                     "add --yes; or see first what it would do, with --dry-run");
    }
    confirm(context, "Transfer " + what + "?", "nothing was changed");
}

/// Dates that the giving side was away on take place again, where everybody and the room are free of all that went
/// over.
void settle_back(Context& context, Transferred& one, std::vector<std::string>& notes) {
    auto& database = *context.database;
    auto& moved = one.continuation ? *one.continuation : one.after;
    const auto back = back_again(one.before, moved);
    if (back.empty()) { return; }
    const auto away = staying_away(context, database, moved, back, notes);
    if (away.empty()) { return; }
    moved = leaving_out(std::move(moved), away);
    store::update(database, moved, *context.environment.zones);
}

/// What clashes with a series that goes over, too, clashes with the part of it that goes.
void name_parts(const Session& before, Session& moved, const std::map<SessionId, SessionId>& parts) {
    for (auto& permission : moved.allowed) {
        const auto* with = std::get_if<SessionId>(&permission.with);
        const auto part = with != nullptr ? parts.find(*with) : parts.end();
        const bool is_new = std::ranges::find(before.allowed, permission) == before.allowed.end();
        if (is_new && part != parts.end()) { permission.with = part->second; }
    }
    std::ranges::sort(moved.allowed, std::less<>{});
}

void save(Context& context, TransferPlan& plan, std::vector<std::string>& notes) {
    auto& database = *context.database;
    const auto& zones = *context.environment.zones;
    std::map<SessionId, SessionId> parts;
    for (auto& one : plan.list) {
        if (one.left) { continue; }
        name_parts(one.before, one.continuation ? *one.continuation : one.after, parts);
        if (one.after != one.before) { store::update(database, one.after, zones); }
        if (!one.continuation) { continue; }
        const auto id = store::insert_continuation(database, std::move(*one.continuation), one.before.id, zones);
        one.continuation = store::load_session(database, id);
        parts[one.before.id] = id;
    }
    for (auto& one : plan.list) {
        if (!one.left) { settle_back(context, one, notes); }
    }
}

/// Whoever has sessions with a professional is that professional's client.
std::vector<ClientName> add_clients(Context& context, const Directory& directory, const Decision& decision) {
    const auto* transfer = std::get_if<ProfessionalTransfer>(&decision.request.subject);
    std::vector<ClientName> added;
    if (transfer == nullptr) { return added; }
    for (const auto& one : decision.plan.list) {
        if (one.left) { continue; }
        for (const auto& name : one.moved().clients) {
            auto client = directory.with_id(name.id);
            auto& ids = client.professionals;
            const bool known = std::ranges::binary_search(ids, transfer->to.id);
            if (known || std::ranges::find(added, name) != added.end()) { continue; }
            ids.insert(std::ranges::lower_bound(ids, transfer->to.id), transfer->to.id);
            store::update(*context.database, client);
            added.push_back(name);
        }
    }
    return added;
}

std::vector<std::string> usual_room_of(const Directory& directory, const TransferSubject& subject) {
    std::vector<std::string> names;
    const auto* transfer = std::get_if<RoomTransfer>(&subject);
    if (transfer == nullptr) { return names; }
    for (const auto& professional : directory.professionals()) {
        if (professional.room == transfer->from.id && !professional.archived) {
            names.push_back(professional.name.text);
        }
    }
    return names;
}

void tell(Context& context, const text::TransferView& view) {
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line(text::transfer_json(view));
        return;
    }
    if (context.quiet) {
        for (const auto& one : view.plan->list) {
            const auto& moved = one.continuation && !one.continuation->id.stored() ? one.before : one.moved();
            if (!one.left) { context.print_line(to_string(OccurrenceId{moved.id, {}})); }
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

int transfer(const Arguments& arguments, Context& context, const std::function<TransferWish(const Directory&)>& read) {
    static_cast<void>(context.require_practice());
    if (!context.yes && !context.dry_run) {
        const Directory directory{context};
        const auto first = decide(arguments, context, directory, read(directory));
        refuse_clashes(first, context);
        confirm_many(context, first);
    }

    Change change{context};
    const Directory directory{context};
    auto decision = decide(arguments, context, directory, read(directory));
    refuse_clashes(decision, context);
    std::vector<std::string> notes;
    save(context, decision.plan, notes);
    const auto added = add_clients(context, directory, decision);
    change.commit();
    for (const auto& note : notes) { context.note(note); }

    auto view = view_of(decision, context);
    view.clients_added = added;
    view.usual_room_of = usual_room_of(directory, decision.request.subject);
    tell(context, view);
    return 0;
}

}  // namespace practice::cli
