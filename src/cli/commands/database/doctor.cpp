// SPDX-License-Identifier: MIT
// doctor: an examination of the database, which mends only what can be computed again.
#include "app/checks/examination.h"
#include "cli/answer/database_words.h"
#include "cli/answer/listing.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"
#include "text/fold.h"
#include "text/plural.h"

namespace practice::cli {
namespace {

text::Colour colour_of(Finding::Status status) {
    switch (status) {
        case Finding::Status::ok:
        case Finding::Status::fixed: return text::Colour::green;
        case Finding::Status::note: return text::Colour::yellow;
        case Finding::Status::problem: return text::Colour::red;
    }
    return text::Colour::none;
}

std::string padded(std::string_view text, std::size_t width) {
    std::string cell{text};
    cell.resize(std::max(width, cell.size()), ' ');
    return cell;
}

/// Nothing is cut: what is wrong with a database is worth a second line.
void print_report(Context& context, const std::vector<Finding>& findings) {
    constexpr std::size_t status_width = 9;
    constexpr std::size_t check_width = 13;
    std::int64_t problems = 0;
    for (const auto& one : findings) {
        problems += one.status == Finding::Status::problem ? 1 : 0;
        const auto status = text::painted(to_string(one.status), colour_of(one.status), context.style);
        context.print_line(status + std::string(status_width - to_string(one.status).size(), ' ') +
                           padded(one.check, check_width) + text::harmless(one.message));
        if (!one.hint.empty()) {
            context.print_line(std::string(status_width + check_width, ' ') + text::harmless(one.hint));
        }
    }
    context.print_line(problems == 0 ? "The database is sound." : text::counted(problems, "problem") + ".");
}

void tell(Context& context, const Findings& findings) {
    std::vector<Finding> list = findings.list();
    for (auto& one : list) {
        one.message = with_flags(one.message);
        one.hint = context.invocation.completed(one.hint);
    }
    if (context.format == Format::table && !context.quiet) {
        print_report(context, list);
        return;
    }
    if (context.quiet) {
        std::erase_if(list, [](const Finding& one) { return one.status != Finding::Status::problem; });
    }
    Listing<Finding> listing;
    listing.fields = {"check", "status", "message", "hint"};
    listing.values = [](const Finding& one) {
        return std::vector<std::string>{one.check, std::string{to_string(one.status)}, one.message, one.hint};
    };
    listing.json = [](const Finding& one) {
        return text::JsonObject{}
            .text("check", one.check)
            .text("status", to_string(one.status))
            .text("message", one.message)
            .text_or_null("hint", one.hint)
            .take();
    };
    listing.id = [](const Finding& one) { return one.check; };
    print_listing(context, std::span<const Finding>{list}, listing);
}

int run(const Arguments& arguments, Context& context) {
    const auto findings = examine_database(context, arguments.has("--fix"),
                                           [&](const TimeZone& zone) { return present(context.environment, &zone); });
    tell(context, findings);
    return findings.sound() ? kDone : kFailure;
}

}  // namespace

Command doctor_command() {
    return {
        .name = "doctor",
        .summary = "Examine the database: whether it is whole, and whether it makes sense",
        .needs = Needs::file,
        .positionals = {},
        .options = {{"--fix", "", Takes::nothing,
                     "compute times again that do not fit the time-zone data, and set file permissions right"}},
        .examples =
            {
                {"practice doctor", "Exit 0 when it is sound, 1 when there are problems"},
                {"practice doctor --fix --dry-run", "What would be mended"},
                {"practice doctor --json", "Every check with its status, for a script"},
            },
        .run = run,
        .description =
            "Looks at the file (permissions, what is left beside it, room on the disk), at every page, the tables, "
            "what refers to what, the seals and dates of the log; at every session's times, which are computed from "
            "wall clock and time zone and may not fit any more after the law has changed; and at what is booked from "
            "now on: clashes, and who or what is archived. Clashes that were allowed are notes, as is all that is only "
            "worth knowing; problems are what needs somebody's hand, and each says what to type.\n"
            "Nothing is changed without --fix, and nothing but times and permissions with it. Times are one operation "
            "of the log and can be taken back. A damaged file is examined as far as it can be read.\n"
            "Where the configuration has a backup-folder, it says how old the newest sound backup of this practice in "
            "it is; one that is backup-age (2d) old or older, or none, is a problem, so that monitoring can go by the "
            "exit code.",
    };
}

}  // namespace practice::cli
