// SPDX-License-Identifier: MIT
// export csv, json, jsonl: sessions for spreadsheets and other programs, to standard output or a file.
#include <algorithm>
#include <functional>

#include "app/booking/standing_clashes.h"
#include "app/feeds/changed_file.h"
#include "cli/answer/output_file.h"
#include "cli/answer/screen.h"
#include "cli/flags/session_filter.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/fold.h"
#include "text/json.h"
#include "text/session/occurrence_text.h"
#include "text/session/schedule_csv.h"
#include "text/session/session_text.h"

namespace practice::cli {
namespace {

constexpr int kUsualDays = 14;
/// Occurrences are read, ordered and written so many days at a time, bookings so many at once: in full they take
/// several times the room of their text.
constexpr std::chrono::days kDaysAtOnce{31};
constexpr std::size_t kBookingsAtOnce = 5'000;

enum class RowFormat { csv, json, jsonl };

/// Puts what is handed to it into the form of the format.
class RowWriter {
public:
    using Take = std::function<void(std::string_view)>;
    RowWriter(RowFormat format, Take take) : format_{format}, take_{std::move(take)} {}

    void begin(const std::vector<std::string>& fields) {
        if (format_ == RowFormat::csv) { take_(text::csv_record(fields)); }
        if (format_ == RowFormat::json) { take_("["); }
    }
    void row(const std::vector<std::string>& values) {
        take_(text::csv_record(values));
        ++rows_;
    }
    void object(const std::string& line) {
        if (format_ == RowFormat::json && rows_ > 0) { take_(",\n "); }
        take_(line);
        if (format_ == RowFormat::jsonl) { take_("\n"); }
        ++rows_;
    }
    void end() {
        if (format_ == RowFormat::json) { take_("]\n"); }
    }
    [[nodiscard]] bool csv() const { return format_ == RowFormat::csv; }
    [[nodiscard]] std::size_t rows() const { return rows_; }

private:
    RowFormat format_;
    Take take_;
    std::size_t rows_ = 0;
};

void write_occurrences(const Arguments& arguments, Context& context, const Directory& directory, RowWriter& writer) {
    const auto& uid = directory.practice_uid();
    auto filter = read_filter(arguments, context, directory, kUsualDays);
    const auto to = *filter.to;
    for (auto from = *filter.from; from < to; from += kDaysAtOnce) {
        filter.from = filter.sessions.from = from;
        filter.to = filter.sessions.to = std::min(from + kDaysAtOnce, to);
        for (const auto& occurrence : load_occurrences(context, filter).list) {
            if (writer.csv()) {
                writer.row(text::occurrence_row(occurrence, uid));
            } else {
                writer.object(text::occurrence_json(occurrence));
            }
        }
    }
}

void write_bookings(const Arguments& arguments, Context& context, const Directory& directory, RowWriter& writer) {
    const auto& uid = directory.practice_uid();
    auto filter = read_filter(arguments, context, directory, std::nullopt);
    store::each_session(*context.database, filter.sessions, kBookingsAtOnce, [&](Session session) {
        const auto& zone = context.zone(session.time_zone);
        forget_gone_clashes(context, session);
        if (!filter.takes_booking(session, zone)) { return; }
        if (!writer.csv()) {
            writer.object(text::session_json({&session, &zone, context.now}));
            return;
        }
        for (const auto& row : text::booking_rows(session, zone, uid)) { writer.row(row); }
    });
}

/// One moment of the database, piece by piece to `take`; returns the number of rows.
std::size_t write_all(const Arguments& arguments, Context& context, RowFormat format, RowWriter::Take take) {
    RowWriter writer{format, std::move(take)};
    const bool series = arguments.has("--series");
    writer.begin(series ? text::booking_row_fields() : text::occurrence_row_fields());
    if (context.database && context.practice) {
        const store::Reading reading{*context.database};
        const Directory directory{context};
        if (series) {
            write_bookings(arguments, context, directory, writer);
        } else {
            write_occurrences(arguments, context, directory, writer);
        }
    }
    writer.end();
    return writer.rows();
}

void tell(Context& context, const std::string& file, std::size_t rows, bool changed) {
    if (context.quiet) {
        if (changed) { context.print_line(file); }
        return;
    }
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line("{\"file\":" + text::json_string(file) + ",\"rows\":" + std::to_string(rows) +
                           ",\"changed\":" + (changed ? "true" : "false") + '}');
        return;
    }
    const auto* const verb =
        context.dry_run ? (changed ? "Would change " : "Would leave ") : (changed ? "Wrote " : "Unchanged: ");
    context.print_line(verb + text::harmless(file) + ", " + std::to_string(rows) + (rows == 1 ? " row" : " rows"));
}

int write_rows(const Arguments& arguments, Context& context, RowFormat format) {
    context.writes_file_itself = true;
    const auto file = arguments.value("--output").value_or("-");
    if (file == "-") {
        // Whoever reads it may be slow, and nobody is to be kept from writing for so long.
        std::string text;
        write_all(arguments, context, format, [&](std::string_view piece) { text += piece; });
        write_data(context.environment, text);
        return kDone;
    }
    constexpr mode_t permissions = 0600;
    ChangedFile target{file, context.dry_run ? ChangedFile::Mode::only_look : ChangedFile::Mode::replace, permissions};
    const auto rows = write_all(arguments, context, format, [&](std::string_view piece) { target.write(piece); });
    tell(context, file, rows, target.finish());
    return kDone;
}

int write_csv(const Arguments& arguments, Context& context) {
    return write_rows(arguments, context, RowFormat::csv);
}
int write_json(const Arguments& arguments, Context& context) {
    return write_rows(arguments, context, RowFormat::json);
}
int write_jsonl(const Arguments& arguments, Context& context) {
    return write_rows(arguments, context, RowFormat::jsonl);
}

Command with_filters(Command command) {
    command.needs = Needs::read;
    command.options = window_options();
    for (const auto& option : filter_options()) { command.options.push_back(option); }
    command.options.push_back({"--series", "", Takes::nothing, "bookings, each series once, instead of occurrences"});
    return command;
}

constexpr std::string_view kWindow =
    "Which sessions is said as for 'session list': 14 days from today when nothing is said, and with --series all "
    "bookings. A file of -o is replaced whole, and not touched when nothing changed.";

}  // namespace

Command export_csv_command() {
    return with_filters({
        .name = "export csv",
        .summary = "Write sessions for a spreadsheet, as 'practice import' reads them",
        .positionals = {},
        .options = {},
        .examples =
            {
                {"practice export csv --month -o month.csv", "This month's sessions, a row each"},
                {"practice export csv --series -o bookings.csv", "All bookings, with their rules"},
            },
        .run = write_csv,
        .description =
            "A row for each session, in the columns of 'practice import', which finds the sessions again by ref: the "
            "key that they came with, or the uid. One date of a series has the series' ref and @DATE. With --series a "
            "series has one row, and one more for each date that stands differently.\n"
            "Where one of several clients has a status of their own, client status has one for each, in their order. "
            "Client numbers say who it is, where an import into this practice reads them back: a number and a name "
            "that do not fit each other are an error. Another practice, which practice uid tells, goes by the names.\n"
            "Besides there are id, end, amount and currency, which an import does not read. A ' stands before what a "
            "spreadsheet would take for a formula.\n"
            "Which sessions is said as for 'session list': 14 days from today when nothing is said, and with --series "
            "all bookings. A file of -o is replaced whole, and not touched when nothing changed.",
        .form = OutputForm::csv,
    });
}

Command export_json_command() {
    return with_filters({
        .name = "export json",
        .summary = "Write sessions for other programs, as one list",
        .positionals = {},
        .options = {},
        .examples =
            {
                {"practice export json --from 2026-12-01 --to 2026-12-31", "December, as 'session list --json' has it"},
                {"practice export json --series -o bookings.json", "All bookings"},
            },
        .run = write_json,
        .description = kWindow,
        .form = OutputForm::json,
    });
}

Command export_jsonl_command() {
    return with_filters({
        .name = "export jsonl",
        .summary = "Write sessions for other programs, one a line",
        .positionals = {},
        .options = {},
        .examples =
            {
                {"practice export jsonl --week", "This week's sessions"},
                {"practice export jsonl --series --professional lee", "One professional's bookings"},
            },
        .run = write_jsonl,
        .description = kWindow,
        .form = OutputForm::json_lines,
    });
}

}  // namespace practice::cli
