// SPDX-License-Identifier: MIT
#include "text/wording/import_text.h"

#include <nlohmann/json.hpp>

#include "practice/plain_text.h"
#include "text/fold.h"
#include "text/format_time.h"
#include "text/json.h"
#include "text/session/session_dates.h"

namespace practice::text {
namespace {

std::string services_in_words(const Session& session) {
    std::string out;
    for (const auto& line : session.lines) {
        out += (out.empty() ? "" : " + ") + line.code;
        if (line.units != 1) { out += ":" + std::to_string(line.units); }
        for (const auto& modifier : line.modifiers) { out += " " + modifier; }
        out += " " + to_string(line.price);
    }
    return out + " " + std::string{session.currency.code()};
}

Json dates_value(const std::vector<Date>& dates) {
    Json list = Json::array();
    for (const auto date : dates) { list.push_back(to_string(date)); }
    return list;
}

Json problem_value(const Problem& problem) {
    const auto& place = problem.place;
    return {{"line", place ? Json(place->line) : Json(nullptr)},
            {"field", place ? text_or_null(place->field) : Json(nullptr)},
            {"value", place ? text_or_null(place->value) : Json(nullptr)},
            {"message", problem.message},
            {"hint", text_or_null(problem.hint)},
            {"details", problem.details}};
}

}  // namespace

std::string session_on_a_line(const SessionView& view) {
    const auto& session = *view.session;
    auto out = weekday_span(session.start, session.start + session.length) + "  " + who_with_whom(session) + ", " +
               session.room.name + ", " + services_in_words(session);
    if (session.is_series()) { out += ", " + repeats_in_words(session); }
    if (session.status != Status::scheduled) { out += ", " + std::string{to_string(session.status)}; }
    if (session.changes.size() == 1) { out += ", 1 date of its own"; }
    if (session.changes.size() > 1) { out += ", " + std::to_string(session.changes.size()) + " dates of their own"; }
    return harmless(out);
}

std::string added_row_told(const DryRunRow& row) {
    const auto& slots = row.conflicts->slots;
    auto text = "add " + session_on_a_line(row.view) + '\n' + dates_lines(row.view, row.from) +
                differing_lines(row.view) + dates_lines("left out", row.left_out);
    const auto today = date_of(row.view.zone->to_local(row.view.now));
    for (const auto& line : away_in_words(row.view.session->away, today)) { text += "  left out " + line + '\n'; }
    if (row.left_out.empty() && slots.size() > 1) { text += dates_lines("clashing", slots); }
    for (const auto& line : clash_lines(*row.conflicts, row.name_booked)) { text += "  clash    " + line + '\n'; }
    return text;
}

std::string dry_run_members(const DryRunRow& row) {
    const auto& session = *row.view.session;
    auto view = row.view;
    view.clashing = &row.left_out;
    SessionDates dates;
    if (const auto one = row.slot ? occurrence_at(session, *row.view.zone, row.slot) : std::nullopt) {
        dates.shown.push_back(*one);
    } else {
        dates = session_dates(row.view, row.from);
    }
    return "\"session\":" + session_json(view) + ",\"starts\":" + json_line(starts_value(dates)) +
           ",\"more_starts\":" + (dates.more ? "true" : "false") + ",\"left_out\":" + left_out_json(view) +
           ",\"kept\":" + json_line(dates_value(row.kept)) + ",\"lost\":" + json_line(dates_value(row.lost)) +
           ",\"clashes\":" + json_line(clashes_value(*row.conflicts, *row.view.zone, row.name_booked));
}

std::string on_a_line(std::string_view lines) {
    std::string out;
    for (const auto line : split(lines, '\n')) {
        if (line.empty()) { continue; }
        std::string even;
        for (const char c : line) {
            if (c != ' ' || even.empty() || even.back() != ' ') { even += c; }
        }
        out += (out.empty() ? "" : "; ") + even;
    }
    return out;
}

std::string imported_row_json(std::size_t line, std::string_view ref, std::string_view outcome, std::string_view id,
                              const std::string& more) {
    std::string out = "{\"line\":" + std::to_string(line) + ",\"ref\":" + (ref.empty() ? "null" : json_string(ref)) +
                      ",\"outcome\":" + json_string(outcome) + ",\"id\":" + (id.empty() ? "null" : json_string(id));
    if (!more.empty()) { out += "," + more; }
    return out + "}";
}

std::string import_json(const ImportView& view) {
    Json head = {{"file", view.file},           {"dry_run", view.dry_run},
                 {"added", view.added},         {"changed", view.changed},
                 {"unchanged", view.unchanged}, {"rejected", view.rejected},
                 {"cancelled", view.cancelled}, {"clients_added", view.clients_added},
                 {"converted", view.converted}};
    Json notes = Json::array();
    for (const auto& [line, message] : view.notes) {
        notes.push_back({{"line", line > 0 ? Json(line) : Json(nullptr)}, {"message", message}});
    }
    head["notes"] = std::move(notes);
    Json problems = Json::array();
    for (const auto& problem : view.problems) { problems.push_back(problem_value(problem)); }
    head["problems"] = std::move(problems);
    auto out = json_line(head);
    out.pop_back();  // the rows are finished text, and may be many
    out += ",\"rows\":[";
    for (std::size_t i = 0; i < view.rows.size(); ++i) { out += (i > 0 ? "," : "") + view.rows[i]; }
    return out + "]}";
}

}  // namespace practice::text
