// SPDX-License-Identifier: MIT
#include "app/import/import_report.h"

#include <algorithm>
#include <set>

#include "practice/ids.h"
#include "text/fold.h"
#include "text/wording/import_text.h"

namespace practice::app {
namespace {

constexpr std::size_t kMostTold = 50;

std::string rows_in_words(std::size_t count) {
    return count == 1 ? "1 row" : std::to_string(count) + " rows";
}

}  // namespace

std::string RowId::text() const {
    return to_string(OccurrenceId{{number}, slot});
}

ImportReport::ImportReport(const ScheduleFile& file, std::string name)
    : file_{file}, name_{std::move(name)}, outcomes_(file.rows.size(), RowOutcome::pending), ids_(file.rows.size()) {
    std::set<std::size_t> readable;
    for (const auto& problem : file.problems) {
        const auto row = problem.row != 0 ? problem.row : problem.line;
        Found found{problem.line, row, RefusalKind::misuse, {problem.message, problem.hint, {}, {}, problem.column}};
        const auto value = problem.value.empty() && !problem.column.empty() ? "..." : problem.value;
        found.problem.place = Place{name_, static_cast<int>(problem.line), 0, {}, problem.column, value};
        found_.push_back(std::move(found));
        stopped_ = true;
        whole_file_ = whole_file_ || problem.whole_file;
        if (!problem.whole_file) { unreadable_.emplace(row, problem.source); }
    }
    for (const auto& problem : file.notes) {
        notes_.push_back({problem.line, problem.message + (problem.hint.empty() ? "" : "; " + problem.hint)});
    }
    // A row with a problem of its own is rejected, should it be among the rows all the same.
    for (std::size_t row = 0; row < file.rows.size() && !unreadable_.empty(); ++row) {
        const auto found = unreadable_.find(file.rows[row].line);
        if (found == unreadable_.end()) { continue; }
        outcomes_[row] = RowOutcome::rejected;
        unreadable_.erase(found);
    }
}

void ImportReport::set(std::size_t row, RowOutcome outcome, std::optional<RowId> id) {
    outcomes_[row] = outcome;
    if (id) { ids_[row] = id; }
}

void ImportReport::reject(std::size_t row, const Refusal& refusal, bool stops) {
    if (!refused_.try_emplace(row, RefusedRow{refusal, stops}).second) { return; }
    outcomes_[row] = RowOutcome::rejected;
    stopped_ = stopped_ || stops;
    const auto& source = file_.rows[row];
    for (const auto& problem : refusal.problems()) {
        Found found{source.line, source.line, refusal.kind(), problem};
        std::string value;
        for (const auto& cell : source.cells) {
            if (file_.columns[cell.column] == problem.field) {
                value.append(value.empty() ? "" : "; ").append(cell.text);
            }
        }
        found.problem.place = Place{name_, static_cast<int>(source.line), 0, {}, problem.field, value};
        if (value.empty() && std::ranges::find(file_.columns, problem.field) == file_.columns.end()) {
            found.problem.place->field.clear();  // said nowhere in the file
        }
        found_.push_back(std::move(found));
    }
    clashes_.insert(clashes_.end(), refusal.clashes().begin(), refusal.clashes().end());
}

void ImportReport::note(std::size_t line, std::string text) {
    notes_.push_back({line, std::move(text)});
}

void ImportReport::converted(std::size_t line, std::string text) {
    converted_.push_back({line, std::move(text)});
}

std::size_t ImportReport::count(RowOutcome outcome) const {
    return static_cast<std::size_t>(std::ranges::count(outcomes_, outcome));
}

bool ImportReport::changes_anything() const {
    return count(RowOutcome::added) + count(RowOutcome::changed) + cancelled_.size() + clients_added_ > 0;
}

std::size_t ImportReport::rejected() const {
    return count(RowOutcome::rejected) + unreadable_.size();
}

std::string ImportReport::tally() const {
    auto text = std::to_string(count(RowOutcome::added)) + " added, " + std::to_string(count(RowOutcome::changed)) +
                " changed, " + std::to_string(count(RowOutcome::unchanged)) + " unchanged";
    if (rejected() > 0) { text += ", " + std::to_string(rejected()) + " rejected"; }
    if (!cancelled_.empty()) { text += ", " + std::to_string(cancelled_.size()) + " cancelled"; }
    if (clients_added_ > 0) {
        text += "; " + std::to_string(clients_added_) + (clients_added_ == 1 ? " new client" : " new clients");
    }
    if (!converted_.empty()) {
        text += "; " + std::to_string(converted_.size()) +
                (converted_.size() == 1 ? " time converted" : " times converted");
    }
    return text;
}

std::vector<const ImportReport::Found*> ImportReport::by_line() const {
    std::vector<const Found*> list;
    for (const auto& found : found_) { list.push_back(&found); }
    std::ranges::stable_sort(list, {}, [](const Found* found) { return found->line; });
    return list;
}

std::vector<Problem> ImportReport::problems() const {
    std::vector<Problem> list;
    for (const auto* found : by_line()) { list.push_back(found->problem); }
    return list;
}

Refusal ImportReport::refusal(const std::string& outcome, const std::string& hint) const {
    const auto list = by_line();
    Problem summary;
    const auto rows = file_.rows.size() + unreadable_.size();
    summary.message = outcome + ": " + rows_in_words(rejected()) + " of " + std::to_string(rows) +
                      (rejected() == 1 ? " is wrong" : " are wrong");
    if (whole_file_) { summary.message = outcome + ": " + text::harmless(name_) + " is wrong"; }
    if (!whole_file_) { summary.hint = hint; }
    std::vector<Problem> problems{std::move(summary)};
    bool all_alike = true;
    for (const auto* found : list) {
        all_alike = all_alike && found->kind == list.front()->kind;
        if (problems.size() <= kMostTold) { problems.push_back(found->problem); }
    }
    if (list.size() > kMostTold) {
        problems.push_back({"... and " + std::to_string(list.size() - kMostTold) + " more", {}, {}, {}});
    }
    Refusal refusal{all_alike && !list.empty() ? list.front()->kind : RefusalKind::misuse, std::move(problems)};
    refusal.with_clashes(
        {clashes_.begin(), clashes_.begin() + static_cast<long>(std::min(clashes_.size(), kMostTold))});
    return refusal;
}

std::vector<RejectedRow> ImportReport::rejected_rows() const {
    std::map<std::size_t, RejectedRow> rows;
    for (const auto& [line, source] : unreadable_) { rows[line].source = source; }
    for (std::size_t row = 0; row < outcomes_.size(); ++row) {
        if (outcomes_[row] == RowOutcome::rejected) { rows[file_.rows[row].line].source = file_.rows[row].source; }
    }
    for (const auto& found : found_) {
        const auto row = rows.find(found.row);
        if (row == rows.end()) { continue; }
        auto& reason = row->second.reason;
        const auto& field = found.problem.place ? found.problem.place->field : std::string{};
        reason += (reason.empty() ? "" : "; ") + (field.empty() ? "" : field + ": ") + found.problem.message;
        for (const auto& detail : found.problem.details) { reason += ", " + text::on_a_line(detail); }
    }
    std::vector<RejectedRow> list;
    for (auto& [line, row] : rows) { list.push_back(std::move(row)); }
    return list;
}

}  // namespace practice::app
