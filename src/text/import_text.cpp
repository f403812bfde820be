// SPDX-License-Identifier: MIT
#include "text/import_text.h"

#include <nlohmann/json.hpp>

#include "practice/plain_text.h"
#include "text/fold.h"
#include "text/format_time.h"
#include "text/json.h"

namespace practice::text {
namespace {

constexpr std::size_t kDatesShown = 10;

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

Json text_or_null(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(text);
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
    if (!session.changes.empty()) { out += ", " + std::to_string(session.changes.size()) + " dates of their own"; }
    return harmless(out);
}

std::string left_out_in_words(const std::vector<Date>& slots) {
    std::string out;
    for (std::size_t i = 0; i < slots.size() && i < kDatesShown; ++i) {
        out += (out.empty() ? "left out " : ", ") + to_string(slots[i]);
    }
    if (slots.size() > kDatesShown) { out += " and " + std::to_string(slots.size() - kDatesShown) + " more"; }
    return out;
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
                 {"cancelled", view.cancelled}, {"clients_added", view.clients_added}};
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
