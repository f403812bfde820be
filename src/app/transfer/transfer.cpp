// SPDX-License-Identifier: MIT
#include "app/transfer/transfer.h"

#include <algorithm>
#include <functional>
#include <map>

#include "app/change/time_off_change.h"
#include "app/query/busy_times.h"
#include "practice/rescheduling.h"
#include "practice/time_off.h"
#include "store/rows/settings_rows.h"
#include "store/sessions/session_rows.h"
#include "text/dates/parse_time.h"
#include "text/format_time.h"
#include "text/wording/transfer_text.h"

namespace practice::app {
namespace {

/// What a decision rests on, and the decision, which refers to it.
struct Decision {
    TransferRequest request;
    BusyTimes busy;
    TransferPlan plan;
};

/// What the receiving side has.
BusyQuery receiving(const TransferRequest& request) {
    BusyQuery query{request.since};
    if (const auto* professional = std::get_if<ProfessionalTransfer>(&request.subject)) {
        query.add(professional->to.id);
    } else {
        query.add(std::get<RoomTransfer>(request.subject).to);
    }
    return query;
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

Decision decide(Office& office, const Directory& directory, const TransferWish& wish) {
    Decision decision{{wish.subject, wish.since, wish.policy, office.now}, {}, {}};
    auto& database = *office.database;
    decision.busy = busy_times(office, directory, receiving(decision.request));
    decision.plan = plan_transfer(store::load_sessions(database, giving(decision.request, wish)), decision.request,
                                  decision.busy.booked(), *office.zones);
    return decision;
}

void refuse_clashes(const Decision& decision, const Office& office) {
    text::TransferView view;
    view.plan = &decision.plan;
    view.request = &decision.request;
    view.zones = office.zones;
    view.zone = &office.zone();
    view.dry_run = office.dry_run;
    const bool skips = decision.request.policy.skips();
    if (skips ? decision.plan.clashes_endlessly() : decision.plan.clashes()) { throw text::transfer_refusal(view); }
}

/// Dates that the giving side was away on take place again, where everybody and the room are free of all that went
/// over.
void settle_back(Office& office, Transferred& one, std::vector<std::string>& notes) {
    auto& database = *office.database;
    auto& moved = one.continuation ? *one.continuation : one.after;
    const auto back = back_again(one.before, moved);
    if (back.empty()) { return; }
    const auto away = staying_away(office, database, moved, back, notes);
    if (away.empty()) { return; }
    moved = leaving_out(std::move(moved), away);
    store::update(database, moved, *office.zones);
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

void save(Office& office, TransferPlan& plan, std::vector<std::string>& notes) {
    auto& database = *office.database;
    const auto& zones = *office.zones;
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
        if (!one.left) { settle_back(office, one, notes); }
    }
}

/// Whoever has sessions with a professional is that professional's client.
std::vector<ClientName> add_clients(Office& office, const Directory& directory, const Decision& decision) {
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
            store::update(*office.database, client);
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

}  // namespace

std::size_t transfer_count(Office& office, const ReadTransfer& read) {
    const Directory directory{office};
    const auto decision = decide(office, directory, read(directory));
    refuse_clashes(decision, office);
    return static_cast<std::size_t>(
        std::ranges::count_if(decision.plan.list, [](const Transferred& one) { return !one.left; }));
}

TransferDone transfer(Office& office, const ReadTransfer& read) {
    Change change{office};
    const Directory directory{office};
    auto decision = decide(office, directory, read(directory));
    refuse_clashes(decision, office);
    TransferDone done;
    save(office, decision.plan, done.notes);
    done.clients_added = add_clients(office, directory, decision);
    done.usual_room_of = usual_room_of(directory, decision.request.subject);
    change.commit();
    done.request = std::move(decision.request);
    done.plan = std::move(decision.plan);
    done.busy = std::move(decision.busy);
    return done;
}

}  // namespace practice::app
