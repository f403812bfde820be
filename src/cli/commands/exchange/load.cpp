// SPDX-License-Identifier: MIT
// load: a database out of a dump.
#include "app/problems.h"
#include "cli/context.h"
#include "cli/input_file.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "store/dump.h"
#include "store/schema/migration.h"
#include "store/schema/schema.h"
#include "text/rows/dump_text.h"

namespace practice::cli {
namespace {

constexpr std::size_t kMostBytes = 4ULL << 30U;
constexpr std::size_t kMostProblems = 50;

std::string read_dump(const std::string& file, const Context& context) {
    return read_input(file, context.environment, kMostBytes,
                      misuse("the dump is expected on standard input, which is your keyboard",
                             "name a file, or write: practice load - < dump.jsonl"));
}

/// Takes the dump apart line by line, and tells of each problem where it is.
class Reader {
public:
    Reader(std::string name, store::Load& load) : name_{std::move(name)}, load_{load} {}

    /// How many rows there were. Throws Refusal(misuse) with all problems.
    std::int64_t read(std::string_view dump) {
        while (!dump.empty()) {
            const auto end = dump.find('\n');
            take(dump.substr(0, end));
            dump.remove_prefix(end == std::string_view::npos ? dump.size() : end + 1);
        }
        if (line_ == 0) {
            fail("the file is empty", "a dump is written by: practice --db DATABASE dump -o FILE");
        } else if (problems_.count() >= kMostProblems) {
            fail("that is enough: the lines after this one were not read", "");
        } else if (!ended_) {
            fail("the dump was cut off: its last line, which tells the number of rows, is missing",
                 "get the whole file");
        }
        problems_.raise_if_any();
        return rows_;
    }

private:
    void take(std::string_view line) {
        if (problems_.count() >= kMostProblems) { return; }
        ++line_;
        problems_.attempt_at(Place{name_, line_, 1, {}}, [&] {
            if (ended_) { throw misuse("nothing comes after the end of a dump"); }
            std::visit([this](const auto& part) { take_part(part); }, text::read_dump_line(line));
        });
    }

    void take_part(const DumpHead& head) {
        if (line_ != 1) { throw misuse("a dump has one head, in its first line"); }
        if (head.form != 1 || head.schema > store::schema_version()) {
            throw Refusal{RefusalKind::misuse, store::made_by_newer("the dump", head.schema).problems().front()};
        }
        if (head.schema < 1) { throw misuse("there is no version " + std::to_string(head.schema) + " of the tables"); }
        load_.begin(head.schema);
        begun_ = true;
    }
    void take_part(const StoredRow& row) {
        if (line_ == 1) { throw misuse("the head of the dump is missing", "get the whole file"); }
        // What is wrong with the head was told; its rows cannot be judged without it.
        if (begun_) { load_.add(row); }
        ++rows_;
    }
    void take_part(const text::DumpEnd& end) {
        ended_ = true;
        if (end.rows != rows_ && problems_.count() == 0) {
            throw misuse("the dump has " + std::to_string(rows_) + " rows, and says that it should have " +
                             std::to_string(end.rows),
                         "get the whole file");
        }
    }

    void fail(std::string message, std::string hint) {
        problems_.attempt_at(Place{name_, line_, 1, {}}, [&] { throw misuse(std::move(message), std::move(hint)); });
    }

    std::string name_;
    store::Load& load_;
    Problems problems_;
    int line_ = 0;
    std::int64_t rows_ = 0;
    bool begun_ = false;
    bool ended_ = false;
};

int run(const Arguments& arguments, Context& context) {
    const auto& file = arguments.positionals().front();
    const auto dump = read_dump(file, context);
    store::Load load{*context.database};
    const auto rows = Reader{input_name(file), load}.read(dump);
    const auto faults = load.faults(*context.environment.zones);
    if (!faults.empty()) {
        Problem problem{"the dump does not fit together; nothing was loaded",
                        "make a new one: practice --db DATABASE dump -o FILE", std::nullopt, faults};
        throw Refusal{RefusalKind::misuse, std::move(problem)};
    }
    if (!context.dry_run) {
        load.commit();
        context.stands = "the dump was loaded all the same";
    }
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line("{\"rows\":" + std::to_string(rows) +
                           ",\"dry_run\":" + (context.dry_run ? "true}" : "false}"));
    } else if (!context.quiet) {
        context.print_line((context.dry_run ? "Would load " : "Loaded ") + std::to_string(rows) + " rows" +
                           (context.dry_run ? "; nothing was written (--dry-run)." : "."));
    }
    return kDone;
}

}  // namespace

Command load_command() {
    return {
        .name = "load",
        .summary = "Make a database out of a dump",
        .needs = Needs::create,
        .positionals = {{"FILE", "what 'practice dump' wrote; - for standard input", true, false, ValueKind::file}},
        .options = {},
        .examples =
            {
                {"practice dump -o lakeside.jsonl && practice load lakeside.jsonl --db copy.db",
                 "The same practice in another file; its dump has the same bytes"},
                {"practice dump | practice load - --db check.db --dry-run",
                 "Check that the dump of today can be loaded"},
            },
        .run = run,
        .description =
            "The database has to be empty: a new file, or one that nothing was ever written to. All is checked first "
            "(every value, what refers to what, the seals of the journal, every time against its wall clock), and "
            "loaded whole or not at all. The journal comes along, so 'practice undo' goes on where it was.",
    };
}

}  // namespace practice::cli
