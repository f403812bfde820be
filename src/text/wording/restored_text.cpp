// SPDX-License-Identifier: MIT
// Of change_text.h: what comes back, and what does not, with what it clashes.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "practice/occurrence.h"
#include "text/format_time.h"
#include "text/wording/change_lines.h"
#include "text/wording/change_text.h"

namespace practice::text {
namespace {

std::string singles_told(const ChangeView& view) {
    if (view.singles.empty()) { return {}; }
    std::vector<Date> taken;
    std::vector<Date> singles;
    for (const auto date : view.singles) {
        const bool clashes =
            view.brings_singles && view.conflicts != nullptr && std::ranges::binary_search(view.conflicts->slots, date);
        (clashes ? taken : singles).push_back(date);
    }
    std::string text;
    if (!taken.empty()) {
        text = labelled_line("still out",
                             dates_in_words(taken) + (taken.size() == 1 ? ", for it clashes" : ", for they clash"));
    }
    if (singles.empty()) { return text; }
    const auto dates = dates_in_words(singles);
    const auto first = to_string(OccurrenceId{view.before->number(), singles.front()});
    if (!view.restores || view.brings_singles) {
        return text + labelled_line("still out", dates + "; to bring one back: practice session restore " + first);
    }
    return labelled_line("still out",
                         fmt::format("{}; one by one: practice session restore {}; all: --singles", dates, first));
}

/// Of several clients, those who have cancelled for themselves.
std::string members_told(const Occurrence& occurrence, bool with_date) {
    std::string text;
    for (const auto& own : occurrence.attendance()) {
        const auto client = std::ranges::find(occurrence.clients(), own.client, &ClientName::id);
        if (takes_time(own.status) || client == occurrence.clients().end()) { continue; }
        const auto date = with_date ? " on " + weekday_date(date_of(occurrence.local_start)) : std::string{};
        text +=
            labelled_line("still out", fmt::format("{}{}; to bring back: practice session restore {} --client {}",
                                                   client->name, date, to_string(occurrence.id()), client->id.value));
    }
    return text;
}

/// In what was restored, and takes place.
std::string members_told(const ChangeView& view) {
    if (!view.restores || view.after == nullptr) { return {}; }
    const auto& after = *view.after;
    const auto& zone = *view.zones->find(after.time_zone);
    if (!after.is_series() || view.slot) {
        const auto only = occurrence_at(after, zone, after.is_series() ? view.slot : std::nullopt);
        return only && takes_time(only->status()) ? members_told(*only, false) : std::string{};
    }
    std::string text;
    std::size_t told = 0;
    for (const auto& [slot, change] : after.changes) {
        const auto occurrence = occurrence_at(after, zone, slot);
        const bool stands = occurrence && takes_time(occurrence->status()) && occurrence->start >= view.now;
        if (!stands || (view.from && slot < *view.from)) { continue; }
        const auto lines = members_told(*occurrence, true);
        if (!lines.empty() && ++told <= kMostListed) { text += lines; }
    }
    if (told > kMostListed) { text += labelled_line("", fmt::format("... and {} more dates", told - kMostListed)); }
    return text;
}

}  // namespace

std::vector<Date> restored_dates(const ChangeView& view) {
    std::vector<Date> dates;
    if (!view.restores || view.slot || view.after == nullptr || !view.after->is_series()) { return dates; }
    const auto& before = *view.before;
    const auto stands = [&](Date slot) {
        const auto now = view.after->changes.find(slot);
        const bool cancelled = now != view.after->changes.end() && !takes_time(now->second.status);
        return !cancelled && view.after->recurrence->occurs_on(slot);
    };
    for (const auto& [slot, change] : before.changes) {
        if (!takes_time(change.status) && stands(slot)) { dates.push_back(slot); }
    }
    for (const auto slot : before.recurrence->excluded()) {
        if (stands(slot)) { dates.push_back(slot); }
    }
    if (before.former_end) { std::ranges::copy_if(before.former_end->excluded, std::back_inserter(dates), stands); }
    std::ranges::sort(dates);
    return dates;
}

std::string back_told(const ChangeView& view) {
    const auto back = restored_dates(view);
    return back.empty() ? std::string{} : labelled_line("back", dates_in_words(back));
}

std::string still_out_told(const ChangeView& view) {
    return singles_told(view) + members_told(view);
}

std::string clashes_told(const ChangeView& view) {
    std::string text;
    if (view.conflicts == nullptr) { return text; }
    for (const auto& clash : clash_lines(*view.conflicts, view.name_booked)) { text += labelled_line("clash", clash); }
    return text;
}

}  // namespace practice::text
