// SPDX-License-Identifier: MIT
#include "cli/answer/import_answer.h"

#include <algorithm>
#include <ostream>

#include "cli/answer/prompt.h"
#include "cli/answer/report_errors.h"
#include "text/fold.h"
#include "text/session/session_text.h"
#include "text/wording/change_text.h"
#include "text/wording/import_text.h"
#include "text/wording/settings_text.h"

namespace practice::cli {
namespace {

constexpr std::size_t kMostConverted = 10;

std::vector<Date> list_of(std::span<const Date> dates) {
    return {dates.begin(), dates.end()};
}

text::DryRunRow dry_run_row(const RowResult& result, const Context& context) {
    const auto& after = *result.after;
    text::DryRunRow row;
    row.view = {&after, &context.zone(after.time_zone), context.now};
    row.slot = result.slot;
    if (result.before != nullptr) { row.from = text::dates_told_from(after, *context.zones, context.now); }
    row.left_out = list_of(result.left_out);
    row.kept = list_of(result.kept);
    row.lost = list_of(result.lost);
    row.conflicts = result.conflicts;
    row.name_booked = result.name_booked;
    return row;
}

std::string added(const RowResult& result, const Context& context) {
    if (!result.slot) { return text::added_row_told(dry_run_row(result, context)); }
    const auto& session = *result.after;
    const auto occurrence = occurrence_at(session, context.zone(session.time_zone), *result.slot);
    return "add " + to_string(OccurrenceId{session.number(), result.slot}) + ": " +
           (occurrence ? text::change_in_words(*occurrence) : std::string{}) + '\n';
}

std::string changed(const RowResult& result, const Context& context) {
    text::ChangeView view;
    view.before = result.before;
    view.after = result.after;
    view.slot = result.slot;
    view.kept = list_of(result.kept);
    view.lost = list_of(result.lost);
    view.singles = list_of(result.singles);
    view.left_out = list_of(result.left_out);
    view.zones = context.zones;
    view.now = context.now;
    view.conflicts = result.conflicts;
    view.name_booked = result.name_booked;
    view.dry_run = true;
    const auto* const done = result.row ? "change" : "cancel";
    return text::on_a_line(text::difference_told(view, done)) + '\n' + text::changed_dates_told(view);
}

std::string ref_of(const ScheduleFile& file, std::size_t row) {
    std::string ref;
    for (const auto& cell : file.rows[row].cells) {
        if (file.columns[cell.column] == "ref") { ref = cell.text; }
    }
    return ref;
}

}  // namespace

ImportAnswer::ImportAnswer(Context& context, const ScheduleFile& file,
                           std::function<void(const ImportReport&)> before_commit)
    : context_{context}, file_{file}, before_commit_{std::move(before_commit)} {}

void ImportAnswer::begin() {
    told_.clear();
    cancelled_told_.clear();
    progress_.emplace(context_, file_.rows.size());
}

void ImportAnswer::cancelling(std::size_t count) {
    progress_.reset();
    confirm(context_, "Cancel " + std::to_string(count) + " sessions that the file does not have any more?",
            "nothing was imported");
}

void ImportAnswer::before_commit(const ImportReport& report) {
    progress_.reset();
    before_commit_(report);
}

/// In a dry run each row tells itself whole; of what was done a program still learns which dates are out.
std::string ImportAnswer::told(const RowResult& result) const {
    if (context_.dry_run) {
        if (is_json()) { return text::dry_run_members(dry_run_row(result, context_)); }
        return result.before == nullptr ? added(result, context_) : changed(result, context_);
    }
    const auto& session = *result.after;
    const auto left_out = list_of(result.left_out);
    if (!is_json() || result.slot || !result.row || (left_out.empty() && session.away.empty())) { return {}; }
    text::SessionView view{&session, &context_.zone(session.time_zone), context_.now};
    view.clashing = &left_out;
    return "\"left_out\":" + text::left_out_json(view);
}

void ImportAnswer::row(const RowResult& result) {
    auto text = told(result);
    if (text.empty()) { return; }
    if (result.row) {
        told_[*result.row] = std::move(text);
    } else {
        cancelled_told_.push_back(std::move(text));
    }
}

std::string ImportAnswer::json(const ImportReport& report) const {
    text::ImportView view{report.name(),
                          context_.dry_run,
                          report.count(RowOutcome::added),
                          report.count(RowOutcome::changed),
                          report.count(RowOutcome::unchanged),
                          report.rejected(),
                          report.clients_added(),
                          report.converted_times().size(),
                          {},
                          {},
                          report.problems(),
                          {}};
    for (const auto* const notes : {&report.notes(), &report.converted_times()}) {
        for (const auto& note : *notes) { view.notes.emplace_back(note.line, with_flags(note.text)); }
    }
    for (const auto number : report.cancelled_sessions()) { view.cancelled.push_back(std::to_string(number)); }
    constexpr std::string_view names[] = {"pending", "added", "changed", "unchanged", "rejected"};
    for (std::size_t row = 0; row < file_.rows.size(); ++row) {
        const auto outcome = report.outcome(row);
        if (outcome == RowOutcome::unchanged) { continue; }
        const auto& id = report.id(row);
        const auto told = told_.find(row);
        view.rows.push_back(text::imported_row_json(file_.rows[row].line, ref_of(file_, row),
                                                    names[static_cast<std::size_t>(outcome)], id ? id->text() : "",
                                                    told == told_.end() ? "" : told->second));
    }
    for (auto& problem : view.problems) { complete(problem, context_.invocation); }
    return text::import_json(view);
}

void ImportAnswer::print_rows() const {
    for (const auto& [row, told] : told_) {
        context_.print("line " + std::to_string(file_.rows[row].line) + ": " + told);
    }
    for (const auto& told : cancelled_told_) { context_.print(told); }
    if (!of_records_.empty()) { context_.print(text::changes_told(of_records_, true, true)); }
}

void ImportAnswer::print_notes(const ImportReport& report) const {
    const auto print_one = [&](const ImportReport::Note& note) {
        context_.note(text::harmless(report.name()) +
                      (note.line > 0 ? ":" + std::to_string(note.line) : std::string{}) + ": " +
                      text::harmless(note.text));
    };
    for (const auto& note : report.notes()) { print_one(note); }
    // A whole file may be of another clock: some show how.
    const auto& converted = report.converted_times();
    const auto most = std::min(converted.size(), kMostConverted);
    for (std::size_t i = 0; i < most; ++i) { print_one(converted[i]); }
    if (converted.size() > most) {
        print_one({0, "... and " + std::to_string(converted.size() - most) + " more times are converted so"});
    }
}

void ImportAnswer::print(const ImportReport& report) const {
    const auto name = text::harmless(report.name());
    print_notes(report);
    if (is_json()) {
        context_.print_line(json(report));
        return;
    }
    if (report.rejected() > 0) {
        *context_.environment.err << error_text(report.refusal("some rows were left out"), context_.invocation)
                                  << std::flush;
    }
    if (context_.quiet) {
        for (std::size_t row = 0; row < file_.rows.size(); ++row) {
            if (const auto& id = report.id(row)) { context_.print_line(id->text()); }
        }
        for (const auto number : report.cancelled_sessions()) { context_.print_line(std::to_string(number)); }
        return;
    }
    if (context_.dry_run) { print_rows(); }
    context_.print_line((context_.dry_run ? "Would import " : "Imported ") + name + ": " + report.tally());
    if (context_.dry_run) { context_.print_line("Nothing was imported (--dry-run)."); }
    // That a file said the same in other words is kept all the same; it is nothing to take back.
    if (report.changes_anything()) { context_.print_undo(); }
}

}  // namespace practice::cli
