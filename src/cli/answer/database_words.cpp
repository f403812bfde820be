// SPDX-License-Identifier: MIT
#include "cli/answer/database_words.h"

#include "text/fold.h"
#include "text/plural.h"
#include "text/wording/log_text.h"

namespace practice::cli {
namespace {

const TimeZone& clock_zone(const Context& context) {
    return context.practice ? context.zone() : context.zone("UTC");
}

}  // namespace

std::string holds_told(const store::DatabaseSummary& summary) {
    return text::counted(summary.sessions, "session") + ", " + text::counted(summary.clients, "client");
}

std::string log_told(const Context& context, const store::DatabaseSummary& summary) {
    if (!summary.last) { return "nothing in it"; }
    const auto& last = *summary.last;
    text::LoggedOperation view;
    view.id = last.id;
    view.at = clock_zone(context).to_local(last.at);
    view.who = text::harmless(last.who);
    view.command = text::harmless(last.command);
    return text::counted(summary.operations, "operation") + ", the last " + text::operation_named(view);
}

void add_summary(text::JsonObject& object, const store::DatabaseSummary& summary) {
    object.number("sessions", summary.sessions).number("clients", summary.clients);
    object.number("operations", summary.operations);
    if (summary.last) {
        object.number("last", summary.last->id.value).text("hash", summary.last->hash);
    } else {
        object.null("last").null("hash");
    }
}

}  // namespace practice::cli
