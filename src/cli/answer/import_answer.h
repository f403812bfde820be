// SPDX-License-Identifier: MIT
// What an import tells: a line of progress while it runs, of a dry run what would become of each row, and at the end
// what was done.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/import/import_sink.h"
#include "cli/answer/import_progress.h"
#include "cli/context.h"
#include "practice/settings/settings_plan.h"

namespace practice::cli {

class ImportAnswer : public app::ImportSink {
public:
    /// Both must outlive it. `before_commit`: what else is to be safe before anything is kept.
    ImportAnswer(Context& context, const ScheduleFile& file, std::function<void(const ImportReport&)> before_commit);

    void begin() override;
    void row(const RowResult& result) override;
    void step() override { progress_->step(); }
    void records(std::vector<PlannedChange> changes) override { of_records_ = std::move(changes); }
    void cancelling(std::size_t count) override;
    void before_commit(const ImportReport& report) override;

    /// Prints it all. Call it after the commit.
    void print(const ImportReport& report) const;

private:
    [[nodiscard]] std::string told(const RowResult& result) const;
    [[nodiscard]] std::string json(const ImportReport& report) const;
    void print_rows() const;
    void print_notes(const ImportReport& report) const;
    [[nodiscard]] bool is_json() const { return context_.format == Format::json || context_.format == Format::jsonl; }

    Context& context_;
    const ScheduleFile& file_;
    std::function<void(const ImportReport&)> before_commit_;
    std::optional<ImportProgress> progress_;
    std::map<std::size_t, std::string> told_;  // by row: lines, or members of JSON
    std::vector<std::string> cancelled_told_;
    std::vector<PlannedChange> of_records_;
};

}  // namespace practice::cli
