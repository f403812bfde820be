// SPDX-License-Identifier: MIT
#include "app/database/load_dump.h"

#include <utility>
#include <variant>

#include "app/problems.h"
#include "store/dump.h"
#include "store/schema/migration.h"
#include "store/schema/schema.h"
#include "text/rows/dump_text.h"

namespace practice::app {
namespace {

constexpr std::size_t kMostProblems = 50;

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
            fail("the file is empty", "a dump is written by: practice `db DATABASE` dump -o FILE");
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

}  // namespace

std::int64_t load_dump(Office& office, const std::string& name, std::string_view dump) {
    store::Load load{*office.database};
    const auto rows = Reader{name, load}.read(dump);
    const auto faults = load.faults(*office.zones);
    if (!faults.empty()) {
        Problem problem{"the dump does not fit together; nothing was loaded",
                        "make a new one: practice `db DATABASE` dump -o FILE", std::nullopt, faults};
        throw Refusal{RefusalKind::misuse, std::move(problem)};
    }
    if (!office.dry_run) {
        load.commit();
        office.stands = "the dump was loaded all the same";
    }
    return rows;
}

}  // namespace practice::app
