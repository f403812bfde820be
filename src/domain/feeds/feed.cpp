// SPDX-License-Identifier: MIT
#include "practice/feeds/feed.h"

#include <algorithm>

#include "feed_series.h"
#include "feed_words.h"
#include "practice/client_status.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "practice/rescheduling.h"

namespace practice {
namespace {

using feeds::seal;
using feeds::SealedEvent;
using feeds::series_properties;

using std::chrono::days;

constexpr days kBehind{60};
constexpr days kAhead{40 * 366};

template <class Id>
bool wanted(const std::vector<Id>& ids, Id id) {
    return ids.empty() || std::ranges::find(ids, id) != ids.end();
}

/// Whether the request is about these people, this room and these services.
bool concerns(const FeedRequest& request, ProfessionalId professional, RoomId room,
              const std::vector<ClientName>& clients, const std::vector<ServiceLine>& lines) {
    const auto is_client = [&](const ClientName& client) { return wanted(request.clients, client.id); };
    const auto is_service = [&](const ServiceLine& line) { return wanted(request.services, line.service); };
    return wanted(request.professionals, professional) && wanted(request.rooms, room) &&
           (request.clients.empty() || std::ranges::any_of(clients, is_client)) &&
           (request.services.empty() || std::ranges::any_of(lines, is_service));
}

bool shows_cancelled(const FeedRequest& request) {
    return request.show_cancelled && request.privacy != Privacy::busy;
}

bool takes(const FeedRequest& request, const Occurrence& occurrence) {
    const bool all = request.statuses.empty() && shows_cancelled(request);
    const bool status_wanted = all || has_status(occurrence, request.statuses, request.clients);
    return status_wanted && concerns(request, occurrence.professional().id, occurrence.room().id, occurrence.clients(),
                                     occurrence.lines());
}

/// One session's events.
class Teller {
public:
    Teller(std::vector<FeedEvent>& events, const Session& session, const FeedRequest& request, FeedParts& parts)
        : events_{events}, session_{session}, request_{request}, parts_{parts}, zone_{parts.find(session.time_zone)} {}

    void tell() {
        const auto first = events_.size();
        tell_events();
        if (!carries_series()) { return; }
        if (events_.size() == first) { tell_next(); }
        if (events_.size() > first) { carry_series(first); }
    }

private:
    void tell_events() {
        if (!session_.is_series() || request_.only) {
            tell_one_by_one([this](const Occurrence& one) { return !request_.only || one.slot == request_.only; });
            return;
        }
        const auto& series = *session_.recurrence;
        const auto rule = shared_rule();
        if (!rule) {
            tell_one_by_one([](const Occurrence&) { return true; });
            return;
        }
        const Recurrence by_rule{series.anchor(), series.rule()};
        tell_series(by_rule, *rule);
        // Dates added to a series are no part of its rule, and few programs read RDATE.
        if (!series.added().empty()) {
            tell_one_by_one([&](const Occurrence& occurrence) { return !by_rule.occurs_on(*occurrence.slot); });
        }
    }

    /// Whether the feed is to bring the series back as it is.
    [[nodiscard]] bool carries_series() const {
        if (request_.privacy != Privacy::full || request_.words || request_.only || !request_.statuses.empty() ||
            !session_.is_series()) {
            return false;
        }
        return concerns(request_, session_.professional.id, session_.room.id, session_.clients, session_.lines);
    }

    /// Dates that are somebody else's, or somewhere else: the feed says nothing of them.
    [[nodiscard]] std::vector<Date> untold() const {
        auto whole = session_;
        whole.recurrence = dates_without_end(session_);
        std::vector<Date> dates;
        for (const auto& [slot, change] : session_.changes) {
            const auto one = occurrence_at(whole, *zone_.zone, slot);
            if (one && !concerns(request_, one->professional().id, one->room().id, one->clients(), one->lines())) {
                dates.push_back(slot);
            }
        }
        return dates;
    }

    /// The first date to come, for a series that has none in the window.
    void tell_next() {
        constexpr int most_tries = 10'000;
        int tries = 0;
        const auto from = date_of(zone_.zone->to_local(request_.window.from));
        session_.recurrence->each(from, kLastDate + days{1}, [&](Date slot) {
            const auto one = occurrence_at(session_, *zone_.zone, slot);
            const bool shown = takes(request_, *one);
            if (shown) { tell_alone(*one); }
            return !shown && ++tries < most_tries;
        });
    }

    void carry_series(std::size_t first) {
        auto text = *events_[first].text;
        std::vector<std::string> carried;
        for (auto& property : series_properties(session_, untold(), *zone_.zone, request_.practice_uid)) {
            carried.push_back(property.value);
            text.own.push_back(std::move(property));
        }
        std::vector<SealedEvent> sealed;
        for (auto i = first; i < events_.size(); ++i) { sealed.push_back(as_sealed(events_[i])); }
        text.own.push_back({"X-PRACTICE-SEAL", seal(sealed, std::move(carried))});
        events_[first].text = &parts_.shared(std::move(text));
    }

    static SealedEvent as_sealed(const FeedEvent& event) {
        SealedEvent sealed{event.uid,      event.sequence, event.zone != nullptr ? event.zone->name : "UTC",
                           event.start,    event.end,      event.rule,
                           event.excluded, std::nullopt,   event.text->cancelled};
        if (event.slot) { sealed.slot = event.slot->start; }
        return sealed;
    }

    /// The rule to write; nullopt when the series has to go out one by one.
    [[nodiscard]] std::optional<RecurrenceRule> shared_rule() const {
        const bool whole =
            request_.statuses.empty() && zone_.rule &&
            concerns(request_, session_.professional.id, session_.room.id, session_.clients, session_.lines) &&
            !meets_unclear_time();
        if (!whole) { return std::nullopt; }
        return rule_for_everyone(session_.recurrence->rule(), session_.recurrence->anchor());
    }

    /// Whether a change of the clock ever comes at, or during, one of its slots.
    [[nodiscard]] bool meets_unclear_time() const {
        const auto time = time_of_day(session_.start);
        return std::ranges::any_of(zone_.unclear, [&](const Span<LocalTime>& unclear) {
            for (auto date = date_of(unclear.from) - days{1}; date <= date_of(unclear.to); date += days{1}) {
                const auto start = LocalTime{date} + time;
                const bool touches = start <= unclear.to && unclear.from <= start + session_.length;
                if (touches && session_.recurrence->occurs_on(date)) { return true; }
            }
            return false;
        });
    }

    template <class Choose>
    void tell_one_by_one(Choose choose) {
        for (const auto& occurrence : occurrences(session_, *zone_.zone, request_.window)) {
            if (!request_.window.contains(occurrence.start) || !takes(request_, occurrence) || !choose(occurrence)) {
                continue;
            }
            tell_alone(occurrence);
        }
    }

    void tell_alone(const Occurrence& occurrence) {
        auto event = event_of(occurrence);
        event.uid = uid(occurrence.slot);
        events_.push_back(std::move(event));
    }

    void tell_series(const Recurrence& by_rule, const RecurrenceRule& rule) {
        // The first date that really is one: some programs show DTSTART even when it is left out.
        std::optional<Date> first;
        by_rule.each(by_rule.anchor(), kLastDate, [&](Date slot) {
            if (!left_out(slot)) { first = slot; }
            return !first;
        });
        if (!first) { return; }
        FeedEvent event;
        event.uid = uid(std::nullopt);
        event.sequence = session_.sequence;
        event.changed = session_.changed;
        event.zone = &*zone_.rule;
        event.start = LocalTime{*first} + time_of_day(session_.start);
        event.end = event.start + session_.length;
        event.rule = to_rrule(rule) + end_of(by_rule, *first);
        event.excluded = left_out_of(by_rule, *first);
        event.text = &parts_.shared(feeds::text_of(session_, request_));
        const auto& usual = *event.text;
        events_.push_back(std::move(event));
        tell_changes(by_rule, *first, usual);
    }

    void tell_changes(const Recurrence& by_rule, Date first, const FeedText& usual) {
        for (const auto& [slot, change] : session_.changes) {
            if (slot < first || left_out(slot) || !by_rule.occurs_on(slot)) { continue; }
            const auto occurrence = occurrence_at(session_, *zone_.zone, slot);
            auto event = event_of(*occurrence);
            const bool same_time = !change.start && occurrence->length() == session_.length;
            if (same_time && *event.text == usual) { continue; }
            event.uid = uid(std::nullopt);
            event.slot = {&*zone_.rule, LocalTime{slot} + time_of_day(session_.start)};
            events_.push_back(std::move(event));
        }
    }

    /// A slot that subscribers do not see: left out, cancelled, or given to somebody else.
    [[nodiscard]] bool left_out(Date slot) const {
        if (std::ranges::binary_search(session_.recurrence->excluded(), slot)) { return true; }
        if (std::ranges::binary_search(session_.recurrence->away(), slot)) { return true; }
        if (!session_.changes.contains(slot)) { return false; }
        const auto occurrence = occurrence_at(session_, *zone_.zone, slot);
        return !occurrence || !takes(request_, *occurrence);
    }

    [[nodiscard]] std::vector<LocalTime> left_out_of(const Recurrence& by_rule, Date first) const {
        std::vector<Date> dates = session_.recurrence->excluded();
        dates.insert(dates.end(), session_.recurrence->away().begin(), session_.recurrence->away().end());
        for (const auto& [slot, change] : session_.changes) {
            if (left_out(slot)) { dates.push_back(slot); }
        }
        std::ranges::sort(dates);
        dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
        std::vector<LocalTime> starts;
        for (const auto date : dates) {
            if (first < date && by_rule.occurs_on(date)) {
                starts.push_back(LocalTime{date} + time_of_day(session_.start));
            }
        }
        return starts;
    }

    /// COUNT as long as nothing was cut off at the front, else UNTIL: the end of the last day, in UTC. Programs
    /// that compare it with the wrong offset of that day would lose the last date if it were its start.
    [[nodiscard]] std::string end_of(const Recurrence& by_rule, Date first) const {
        constexpr int largest_shared_count = 999;
        if (by_rule.never_ends()) { return {}; }
        const auto count = by_rule.rule().count;
        if (count && *count <= largest_shared_count && first == by_rule.first()) {
            return ";COUNT=" + std::to_string(*count);
        }
        std::string until;
        const LocalTime end_of_day = *by_rule.last() + days{1} - std::chrono::seconds{1};
        for (const char c : to_string(zone_.zone->to_instant(end_of_day))) {
            if (c != '-' && c != ':') { until += c; }
        }
        return ";UNTIL=" + until;
    }

    /// Everything but the identity.
    [[nodiscard]] FeedEvent event_of(const Occurrence& occurrence) const {
        FeedEvent event;
        event.sequence = session_.sequence;
        event.changed = session_.changed;
        if (clear(occurrence.start, occurrence.offset) && clear(occurrence.end, occurrence.end_offset)) {
            event.zone = &*zone_.rule;
            event.start = occurrence.local_start;
            event.end = occurrence.local_end();
        } else {
            event.start = LocalTime{occurrence.start.time_since_epoch()};
            event.end = LocalTime{occurrence.end.time_since_epoch()};
        }
        auto text = feeds::text_of(occurrence, request_);
        const bool tells_zone = event.zone == nullptr && request_.privacy == Privacy::full && !request_.words;
        if (tells_zone) { text.own.push_back({"X-PRACTICE-TIME-ZONE", session_.time_zone}); }
        event.text = &parts_.shared(std::move(text));
        return event;
    }

    /// Whether everybody who knows the zone's rule finds this instant from its wall-clock time.
    [[nodiscard]] bool clear(Instant instant, std::chrono::seconds offset) const {
        return zone_.rule && zone_.rule->offset_at(instant) == offset &&
               zone_.zone->lookup(LocalTime{instant.time_since_epoch() + offset}).kind == TimeZone::Kind::unique;
    }

    [[nodiscard]] std::string uid(std::optional<Date> slot) const {
        const auto behind = slot ? "-" + to_string(*slot) : std::string{};
        if (request_.privacy == Privacy::full) { return session_.uid + behind; }
        return request_.disguise(session_.uid, std::string{to_string(request_.privacy)} + behind);
    }

    std::vector<FeedEvent>& events_;
    const Session& session_;
    const FeedRequest& request_;
    FeedParts& parts_;
    const FeedParts::Entry& zone_;
};

}  // namespace

const FeedText& FeedParts::shared(FeedText text) {
    return *texts_.insert(std::move(text)).first;
}

const FeedParts::Entry& FeedParts::find(const std::string& name) {
    if (const auto known = entries_.find(name); known != entries_.end()) { return known->second; }
    const auto* zone = zones_->find(name);
    if (zone == nullptr) {
        throw Refusal{RefusalKind::failure, "this system does not know the time zone " + quoted(name),
                      "update its time-zone data, then try again"};
    }
    const InstantSpan span{now_ - kBehind, now_ + kAhead};
    Entry entry{zone, rule_of(*zone, span), {}};
    auto before = zone->offset_at(span.from - std::chrono::seconds{1});
    for (const auto& [at, after] : zone->transitions_within(span)) {
        entry.unclear.push_back({LocalTime{at.time_since_epoch() + std::min(before, after)},
                                 LocalTime{at.time_since_epoch() + std::max(before, after)}});
        before = after;
    }
    return entries_.emplace(name, std::move(entry)).first->second;
}

void add_to_feed(std::vector<FeedEvent>& events, const Session& session, const FeedRequest& request, FeedParts& parts) {
    Teller{events, session, request, parts}.tell();
}

}  // namespace practice
