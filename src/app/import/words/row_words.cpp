// SPDX-License-Identifier: MIT
#include "app/import/words/row_words.h"

#include <algorithm>
#include <array>

#include "practice/keyword.h"
#include "practice/plain_text.h"

namespace practice::app {
namespace {

template <class Member>
struct Named {
    std::string_view column;
    Member member;
};
using One = std::optional<std::string> SessionWords::*;
using Many = std::vector<std::string> SessionWords::*;
using Yes = bool SessionWords::*;

constexpr std::array<Named<One>, 22> kOne{{{"professional", &SessionWords::professional},
                                           {"price", &SessionWords::price},
                                           {"room", &SessionWords::room},
                                           {"at", &SessionWords::at},
                                           {"length", &SessionWords::length},
                                           {"repeat", &SessionWords::repeat},
                                           {"every", &SessionWords::every},
                                           {"unit", &SessionWords::unit},
                                           {"on", &SessionWords::on},
                                           {"rrule", &SessionWords::rrule},
                                           {"ends", &SessionWords::ends},
                                           {"times", &SessionWords::times},
                                           {"held", &SessionWords::held},
                                           {"except", &SessionWords::except},
                                           {"time-zone", &SessionWords::time_zone},
                                           {"note", &SessionWords::note},
                                           {"on-conflict", &SessionWords::on_conflict},
                                           {"allow", &SessionWords::allow},
                                           {"ref", &SessionWords::ref},
                                           {"status", &SessionWords::status},
                                           {"practice-uid", &SessionWords::practice_uid},
                                           {"length-said", &SessionWords::length_said}}};
constexpr std::array<Named<Many>, 7> kMany{{{"client", &SessionWords::clients},
                                            {"service", &SessionWords::services},
                                            {"modifier", &SessionWords::modifiers},
                                            {"client-status", &SessionWords::client_statuses},
                                            {"client-numbers", &SessionWords::client_numbers},
                                            {"former-end", &SessionWords::former_end},
                                            {"yields", &SessionWords::yields}}};
constexpr std::array<Named<Yes>, 2> kYes{
    {{"virtual", &SessionWords::is_virtual}, {"allow-past", &SessionWords::allow_past}}};

template <class Member, std::size_t size>
Member find(const std::array<Named<Member>, size>& list, std::string_view column) {
    for (const auto& entry : list) {
        if (entry.column == column) { return entry.member; }
    }
    return nullptr;
}

bool says_no(std::string_view text) {
    const auto word = keyword(text);
    return word == "no" || word == "false" || word == "0" || says_none(word);
}

}  // namespace

ImportWords::ImportWords(const ScheduleFile& file, const SessionWords& defaults) : file_{file}, defaults_{defaults} {
    for (std::size_t i = 0; i < file.columns.size(); ++i) {
        targets_.push_back(target_of(file.columns[i]));
        if (file.columns[i] == "ref") { ref_column_ = i; }
    }
}

ImportWords::Target ImportWords::target_of(std::string_view column) {
    return {find(kOne, column), find(kMany, column), find(kYes, column)};
}

SessionWords ImportWords::as_written(const std::vector<ScheduleCell>& cells) const {
    SessionWords words;
    for (const auto& cell : cells) {
        const auto& target = targets_[cell.column];
        if (target.one != nullptr) {
            (words.*target.one).emplace(cell.text);
        } else if (target.many != nullptr) {
            (words.*target.many).emplace_back(cell.text);
        } else if (target.yes != nullptr) {
            words.*target.yes = !says_no(cell.text);
        }
    }
    return words;
}

SessionWords ImportWords::for_new(const ScheduleRow& row) const {
    auto words = as_written(row.cells);
    const auto fill = [&](One member) {
        if (!(words.*member)) { words.*member = defaults_.*member; }
    };
    fill(&SessionWords::professional);
    fill(&SessionWords::length);
    fill(&SessionWords::time_zone);
    if (words.services.empty()) { words.services = defaults_.services; }
    if (words.clients.empty()) { words.clients = defaults_.clients; }
    if (!words.room && !words.is_virtual) {
        words.room = defaults_.room;
        words.is_virtual = defaults_.is_virtual;
    }
    words.allow_past = true;
    words.needs_time = true;
    return words;
}

std::string_view ImportWords::ref(const ScheduleRow& row) const {
    if (!ref_column_) { return {}; }
    const auto found = std::ranges::find(row.cells, *ref_column_, &ScheduleCell::column);
    return found == row.cells.end() || says_none(found->text) ? std::string_view{} : found->text;
}

std::string ImportWords::value(const ScheduleRow& row, std::string_view column) const {
    std::string text;
    for (const auto& cell : row.cells) {
        if (file_.columns[cell.column] == column) { text.append(text.empty() ? "" : "; ").append(cell.text); }
    }
    return text;
}

}  // namespace practice::app
