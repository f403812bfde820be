// SPDX-License-Identifier: MIT
// A series changed from a date on, for a stretch, or as far as it is to come. Each part is cut where the change begins
// and where it ends; what lies between is changed as a series of its own; and what is as before then grows together
// again.
#include <algorithm>
#include <iterator>

#include "practice/series.h"
#include "practice/skipping.h"
#include "rescheduling_parts.h"
#include "rescheduling_rule.h"

namespace practice {
namespace {

using rescheduling::Border;
using std::chrono::days;

/// A part, or what it was cut into.
struct Piece {
    PartAfter part;
    bool is_concerned = false;
    /// Slots of it that stay as they are.
    std::vector<Date> staying;
};

int given_by_rule(const Session& series) {
    const Recurrence bare{series.recurrence->anchor(), series.recurrence->rule()};
    return static_cast<int>(bare.between(kFirstDate, kLastDate).size());
}

class SeriesChange {
public:
    SeriesChange(const Parts& parts, const Stretch& stretch, const SessionEdit& edit, const TimeZones& zones,
                 Instant now)
        : parts_{parts}, stretch_{stretch}, edit_{edit}, zones_{zones}, now_{now} {
        for (auto& part : parts_) { part = rescheduling::as_booked(std::move(part)); }
    }

    SeriesPlan run() {
        for (std::size_t i = 0; i < parts_.size(); ++i) { cut(i); }
        require_something();
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (pieces_[i].is_concerned) { change(i); }
        }
        end();
        if (edit_.ref) { pieces_.front().part.session.ref = *edit_.ref; }
        join();
        require_order();
        for (auto& piece : pieces_) { plan_.parts.push_back(std::move(piece.part)); }
        for (auto* dates : {&plan_.kept, &plan_.lost, &plan_.moved_on, &plan_.been, &plan_.nobody_comes, &plan_.over}) {
            std::ranges::sort(*dates);
            dates->erase(std::unique(dates->begin(), dates->end()), dates->end());
        }
        return std::move(plan_);
    }

private:
    /// From when on, as an instant; what has begun is left alone.
    [[nodiscard]] Instant begin_in(const TimeZone& zone) const {
        const auto from = stretch_.from ? zone.to_instant(LocalTime{*stretch_.from}) : Instant::min();
        return stretch_.past_too ? from : std::max(from, now_);
    }

    /// The part numbered `of`, cut where the change begins and where it ends.
    void cut(std::size_t of) {
        const auto& part = parts_[of];
        const auto& zone = rescheduling::zone_named(zones_, part.time_zone);
        const bool all = !stretch_.from && stretch_.past_too;
        auto border =
            all ? Border{part.recurrence->first(), {}, {}, {}}
                : rescheduling::border_since(part, stretch_.from.value_or(kFirstDate), begin_in(zone), zones_, now_);
        plan_.been.insert(plan_.been.end(), border.been.begin(), border.been.end());
        std::optional<Date> behind;
        if (stretch_.to) {
            const auto next = *stretch_.to + days{1};
            const auto end = rescheduling::border_since(part, next, zone.to_instant(LocalTime{next}), zones_, now_);
            behind = end.split;
            // Who was moved into the stretch changes where it is; who was moved out of it stays.
            std::erase_if(border.moved_on,
                          [&](Date slot) { return rescheduling::wall_start(part, slot) >= LocalTime{next}; });
            for (const auto slot : end.moved_on) {
                if (border.split && slot >= *border.split) { border.staying.push_back(slot); }
            }
            for (const auto slot : end.staying) {
                const auto occurrence = occurrence_at(part, zone, slot);
                const bool is_to_come = takes_time(occurrence->status()) && !is_kept_record(*occurrence, now_) &&
                                        occurrence->start >= begin_in(zone);
                if (is_to_come) { border.moved_on.push_back(slot); }
            }
            std::ranges::sort(border.staying);
            border.staying.erase(std::unique(border.staying.begin(), border.staying.end()), border.staying.end());
        }
        if (border.split && behind && *behind <= *border.split) { border.split.reset(); }
        if (!border.split) {
            add(of, with_those_moved(part, border.moved_on), false);
            return;
        }
        auto rest = part;
        const bool has_first = part.recurrence->booked().first() < *border.split || own_before(part, *border.split);
        if (has_first) {
            auto split = rescheduling::split_before(part, *border.split, {});
            add(of, with_those_moved(std::move(split.first), border.moved_on), false);
            rest = std::move(split.rest);
        }
        std::optional<Session> after;
        if (behind && rest.recurrence->booked().on_or_after(*behind)) {
            auto split = rescheduling::split_before(rest, *behind, {});
            rest = std::move(split.first);
            after = with_those_moved(std::move(split.rest), border.moved_on);
        }
        std::erase_if(border.staying, [&](Date slot) { return !rest.recurrence->occurs_on(slot); });
        add(of, std::move(rest), true, std::move(border.staying));
        if (after) { add(of, std::move(*after), false); }
        if (!plan_.from || *border.split < *plan_.from) { plan_.from = border.split; }
    }

    [[nodiscard]] static bool own_before(const Session& part, Date split) {
        return !part.changes.empty() && part.changes.begin()->first < split;
    }

    /// Its dates among these get the change as their own.
    Session with_those_moved(Session part, const std::vector<Date>& moved_on) {
        std::vector<Date> slots;
        for (const auto slot : moved_on) {
            if (part.changes.contains(slot) && part.recurrence->occurs_on(slot)) { slots.push_back(slot); }
        }
        auto after = rescheduling::with_moved_on(part, slots, edit_, zones_, now_);
        if (after != part) { plan_.moved_on.insert(plan_.moved_on.end(), slots.begin(), slots.end()); }
        return after;
    }

    void add(std::size_t of, Session session, bool is_concerned, std::vector<Date> staying = {}) {
        const bool is_new = !pieces_.empty() && pieces_.back().part.of == of;
        // As long as a refusal may name it.
        session.id = parts_[of].id;
        session.first_part = parts_[of].first_part;
        pieces_.push_back({{std::move(session), of, is_new}, is_concerned, std::move(staying)});
    }

    void require_something() const {
        const bool any = std::ranges::any_of(pieces_, &Piece::is_concerned) || !plan_.moved_on.empty();
        if (any) { return; }
        const auto& last = parts_.back();
        if (stretch_.to) { throw nothing_in_stretch(); }
        throw rescheduling::nothing_behind(last, FromDate{stretch_.from.value_or(date_of(last.start)), false});
    }

    [[nodiscard]] Refusal nothing_in_stretch() const {
        const bool have_been = std::ranges::any_of(plan_.been, [&](Date slot) { return slot <= *stretch_.to; });
        const auto near = near_slots(parts_, *stretch_.from);
        const auto hint = have_been     ? "what has been there changes with `past-too`, but for records"
                          : near.after  ? "the next one is " + to_string(*near.after)
                          : near.before ? "the last one is " + to_string(*near.before)
                                        : "no date of it takes place";
        return Refusal{RefusalKind::not_found,
                       rescheduling::number_of(parts_.front()) + " has no date to come from " +
                           to_string(*stretch_.from) + " to " + to_string(*stretch_.to),
                       hint};
    }

    /// What of the change a piece takes.
    SessionEdit edit_of(std::size_t place) {
        const auto& piece = pieces_[place];
        auto edit = edit_;
        edit.end.reset();
        edit.ref.reset();
        edit.adds_past = edit.adds_past || stretch_.past_too;
        const auto& session = piece.part.session;
        if (edit.excluded && !edit.excluded->empty()) {
            const auto next = place + 1 < pieces_.size() ? date_of(pieces_[place + 1].part.session.start) : kLastDate;
            std::erase_if(*edit.excluded, [&](Date date) { return date < date_of(session.start) || date >= next; });
            if (edit.excluded->empty()) { edit.excluded.reset(); }
        }
        if (!first_) {
            first_ = place;
            return edit;
        }
        if (edit.rule) { edit.rule->counted_from = pieces_[*first_].part.session.recurrence->anchor(); }
        const auto of = piece.part.of;
        if (of > 0 && !stretch_.later_too) {
            auto& own = plan_.own[date_of(session.start)];
            edit = for_later_part(std::move(edit), parts_[of - 1], parts_[of], own);
            if (own.empty()) { plan_.own.erase(date_of(session.start)); }
        }
        // It goes as many days as the first.
        if (edit.time.date && edit.time.instead_of && session.recurrence->first()) {
            const auto shift = *edit.time.date - *edit.time.instead_of;
            edit.time.instead_of = session.recurrence->first();
            edit.time.date = *edit.time.instead_of + shift;
        }
        return edit;
    }

    /// What would have begun already by its new time stays as it is.
    void keep_what_would_have_begun(Piece& piece, const SessionEdit& edit) {
        if (edit.adds_past || (!edit.time.date && !edit.time.time)) { return; }
        auto& session = piece.part.session;
        const auto& zone = rescheduling::zone_named(zones_, edit.time_zone.value_or(session.time_zone));
        const auto shift = edit.time.date && edit.time.instead_of ? *edit.time.date - *edit.time.instead_of : days{0};
        const auto time = edit.time.time.value_or(time_of_day(session.start));
        const auto until = date_of(zone.to_local(now_)) + days{1} - shift;
        for (const auto slot : session.recurrence->between(kFirstDate, until)) {
            const bool is_moved = session.changes.contains(slot) && session.changes.at(slot).start;
            if (is_moved || zone.to_instant(slot + shift + time) >= now_) { continue; }
            session.changes.try_emplace(slot);
            piece.staying.push_back(slot);
            plan_.kept.push_back(slot);
        }
        std::ranges::sort(piece.staying);
        piece.staying.erase(std::unique(piece.staying.begin(), piece.staying.end()), piece.staying.end());
    }

    void change(std::size_t place) {
        auto& piece = pieces_[place];
        const auto edit = edit_of(place);
        keep_what_would_have_begun(piece, edit);
        auto plan = rescheduling::edit_series(piece.part.session, edit, zones_, now_, piece.staying);
        const auto take = [](std::vector<Date>& all, const std::vector<Date>& some) {
            all.insert(all.end(), some.begin(), some.end());
        };
        take(plan_.kept, plan.kept);
        take(plan_.lost, plan.lost);
        take(plan_.nobody_comes, plan.nobody_comes);
        take(plan_.over, plan.over);
        piece.part.session = std::move(*plan.after);
        if (edit.rule && place + 1 < pieces_.size()) { stop_before(piece.part.session, pieces_[place + 1]); }
    }

    /// Another rule does not run into the part that follows.
    static void stop_before(Session& session, const Piece& next) {
        const auto begin = date_of(next.part.session.start);
        const auto& old = *session.recurrence;
        if (!old.on_or_after(begin)) { return; }
        session.recurrence =
            Recurrence{old.anchor(), rescheduling::ended_before(old, begin), old.excluded(), old.added()};
    }

    /// The end is that of the last part; those that would begin behind it are no more.
    void end() {
        if (!edit_.end) {
            keep_number();
            return;
        }
        give_back_the_rest();
        if (const auto* until = std::get_if<Date>(&*edit_.end)) {
            drop_behind([&](std::size_t place) {
                return place + 1 < pieces_.size() && date_of(pieces_[place + 1].part.session.start) > *until;
            });
            end_last(*edit_.end);
        } else if (const auto* times = std::get_if<int>(&*edit_.end)) {
            end_last(counted(*times, given_by_rule));
        } else if (const auto* held = std::get_if<HeldDates>(&*edit_.end)) {
            end_last(HeldDates{
                counted(held->count, [](const Session& part) { return static_cast<int>(dates_held(part)); })});
        } else {
            end_last(*edit_.end);
        }
    }

    /// Another end of a series of which the rest was cancelled: all of it up to there.
    void give_back_the_rest() {
        for (auto& piece : pieces_) {
            auto& session = piece.part.session;
            if (!session.former_end || &piece == &pieces_.back()) { continue; }
            const auto& former = *session.former_end;
            SessionEdit edit;
            edit.end = former.count   ? NewEnd{*former.count}
                       : former.until ? NewEnd{*former.until}
                                      : NewEnd{NeverEnds{}};
            session = *rescheduling::edit_series(session, edit, zones_, now_, piece.staying).after;
        }
    }

    /// With another rule, a series that ends after so many dates has as many.
    void keep_number() {
        const bool counts = edit_.rule && edit_.rule->rule && !edit_.rule->rule->count && !edit_.rule->rule->until &&
                            pieces_.back().part.session.recurrence->rule().count && pieces_.back().is_concerned;
        if (!counts) { return; }
        int left = 0;
        for (const auto& part : parts_) { left += given_by_rule(part); }
        for (const auto& piece : pieces_) { left -= given_by_rule(piece.part.session); }
        left += given_by_rule(pieces_.back().part.session);
        if (left > 0) { end_last(left); }
    }

    /// How many of `times` are left for the last piece; the pieces that it does not reach are dropped. From a date on
    /// they are counted from there, else from the first date of the series.
    template <class Dates>
    int counted(int times, const Dates& dates_of) {
        auto left = times;
        drop_behind([&](std::size_t place) {
            const auto& piece = pieces_[place];
            if (stretch_.from && !piece.is_concerned) { return false; }
            if (place + 1 == pieces_.size()) { return true; }
            const auto has = dates_of(piece.part.session);
            if (piece.is_concerned && left <= has) { return true; }
            left -= has;
            return false;
        });
        if (left < 1) {
            const auto number = rescheduling::number_of(parts_.front());
            throw misuse(number + " has had as many dates already",
                         "to end it: practice session cancel " + number + " `all`");
        }
        return left;
    }

    /// Pieces behind the first of which `is_last` holds are no more.
    template <class IsLast>
    void drop_behind(const IsLast& is_last) {
        for (std::size_t place = 0; place < pieces_.size(); ++place) {
            if (!is_last(place)) { continue; }
            for (auto gone = place + 1; gone < pieces_.size(); ++gone) {
                const auto lost = rescheduling::own_changes_lost(pieces_[gone].part.session, std::nullopt);
                plan_.lost.insert(plan_.lost.end(), lost.begin(), lost.end());
            }
            pieces_.resize(place + 1);
            return;
        }
    }

    void end_last(const NewEnd& end) {
        SessionEdit edit;
        edit.end = end;
        edit.adds_past = edit_.adds_past || stretch_.past_too;
        auto& last = pieces_.back();
        auto plan = rescheduling::edit_series(last.part.session, edit, zones_, now_, last.staying);
        plan_.lost.insert(plan_.lost.end(), plan.lost.begin(), plan.lost.end());
        plan_.over.insert(plan_.over.end(), plan.over.begin(), plan.over.end());
        last.part.session = std::move(*plan.after);
    }

    /// A part of which nothing changed is as it was; what continues each other is one.
    void join() {
        for (std::size_t i = 1; i < pieces_.size();) {
            auto one = as_one(pieces_[i - 1].part.session, pieces_[i].part.session);
            if (!one) {
                ++i;
                continue;
            }
            pieces_[i - 1].part.session = std::move(*one);
            pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }

    void require_order() const {
        Parts after;
        for (const auto& piece : pieces_) { after.push_back(piece.part.session); }
        const auto found = out_of_order(after);
        if (!found) { return; }
        const auto& part = part_around(after, found->slot);
        const auto& rule = part.recurrence->rule();
        const auto would_do =
            found->last_before == kLastDate
                ? std::nullopt
                : Recurrence{part.recurrence->anchor(), without_end(rule)}.on_or_after(found->last_before + days{1});
        Problem problem{
            rescheduling::number_of(parts_.front()) + " has dates up to " + to_string(found->last_before) +
                " before this change, which would begin with " + to_string(found->slot),
            would_do ? "the first date that would do is " + to_string(*would_do) : "change it from an earlier date on",
            std::nullopt,
            {}};
        throw Refusal{RefusalKind::conflict, std::move(problem)};
    }

    Parts parts_;
    const Stretch& stretch_;
    const SessionEdit& edit_;
    const TimeZones& zones_;
    Instant now_;
    std::vector<Piece> pieces_;
    /// The first piece that changes.
    std::optional<std::size_t> first_;
    SeriesPlan plan_;
};

}  // namespace

SeriesPlan plan_series_edit(const Parts& parts, const Stretch& stretch, const SessionEdit& edit, const TimeZones& zones,
                            Instant now) {
    auto plan = SeriesChange{parts, stretch, edit, zones, now}.run();
    for (auto& part : plan.parts) {
        require_end_in_calendar(part.session);
        if (!part.is_new) { continue; }
        part.session.id = {};
        part.session.first_part = SessionId{parts.front().number().value};
        part.session.created = part.session.changed = now;
    }
    return plan;
}

}  // namespace practice
