// SPDX-License-Identifier: MIT
// dump: everything that the database holds, as text.
#include "store/dump.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "store/schema/schema.h"
#include "text/rows/dump_text.h"

namespace practice::cli {
namespace {

int run(const Arguments& /*arguments*/, Context& context) {
    context.print(text::dump_line(DumpHead{.schema = store::schema_version()}));
    text::DumpEnd end;
    if (context.database) {
        // Nobody has to wait for what reads this: it is all in memory when the reading ends.
        const store::Reading reading{*context.database};
        store::dump_rows(*context.database, [&](const StoredRow& row) {
            context.print(text::dump_line(row));
            ++end.rows;
        });
    }
    context.print(text::dump_line(end));
    return kDone;
}

}  // namespace

Command dump_command() {
    return {
        .name = "dump",
        .summary = "Write everything that the database holds as text",
        .needs = Needs::read,
        .positionals = {},
        .options = {},
        .examples =
            {
                {"practice dump -o lakeside.jsonl", "Everything, journal included, in one readable file"},
                {"practice dump | gzip > lakeside.jsonl.gz", "The same, smaller"},
            },
        .run = run,
        .description =
            "One JSON object a line: a head with the version of the form and of the tables; then every row of every "
            "table with all of its columns, 'table' first, tables and rows always in the same order; then an end "
            "with the number of rows. The same data gives the same bytes. 'practice load' makes a database out of it "
            "again. Times called ..._at are seconds since 1970 (UTC), prices are in the smallest unit of their "
            "currency.\n"
            "A dump holds names and notes of clients: keep it as safe as the database.",
        .form = OutputForm::json_lines,
    };
}

}  // namespace practice::cli
