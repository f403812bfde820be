// SPDX-License-Identifier: MIT
#include "text/rows/json_row_events.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "practice/plain_text.h"
#include "text/rows/schedule_text.h"

namespace practice::text {
namespace {

using Meaning = ScheduleBuilder::Meaning;

/// The row anew, for one that cannot be written back as it stands.
std::string row_text(const ScheduleBuilder& builder, const ScheduleRow& row) {
    Json object = Json::object();
    for (const auto& [name, values] : builder.values(row)) {
        object[name] = values.size() == 1 ? Json(values.front()) : Json(values);
    }
    return json_line(object);
}

struct Wording {
    std::string_view library;
    std::string_view message;
    std::string_view hint;
};
constexpr std::array<Wording, 6> kWordings{{
    {"number overflow", "this number is too large", "put it into quotes if it is a text"},
    {"surrogate", "a \\u escape is half of a character", "write both halves, or the character itself"},
    {"ill-formed UTF-8", "this is not valid UTF-8", "save the file as UTF-8"},
    {"missing closing quote", "a text is not closed", "close it with a \" on the same line"},
    {"control character", "a text holds a control character", "write a line break as \\n"},
    {"unexpected end of input", "the JSON ends too early", "close every { and ["},
}};

}  // namespace

JsonRowEvents::JsonRowEvents(ScheduleBuilder& builder, std::size_t rows_depth, std::string_view text, const char*& next,
                             std::size_t line)
    : builder_{builder}, rows_depth_{rows_depth}, text_{text}, next_{next}, line_{line} {}

std::size_t JsonRowEvents::here() const {
    const auto read = static_cast<std::size_t>(next_ - text_.data());
    return read == 0 ? 0 : read - 1;
}

std::size_t JsonRowEvents::line() {
    const auto to = std::max(here(), counted_);
    line_ += static_cast<std::size_t>(std::ranges::count(text_.substr(counted_, to - counted_), '\n'));
    counted_ = to;
    return line_;
}

bool JsonRowEvents::refuse(std::string message, std::string hint) {
    builder_.whole_file_problem(line(), std::move(message), std::move(hint));
    return false;
}

void JsonRowEvents::row_problem(std::string column, std::string message, std::string hint) {
    row_problems_.push_back({line(), std::move(column), std::move(message), std::move(hint), {}, false});
}

bool JsonRowEvents::no_row(std::string_view what) {
    if (depth_ < rows_depth_) {
        return refuse("the file is " + std::string{what} + ", not a list of rows",
                      "put the rows into [ ]; one row a line is --from-format jsonl");
    }
    builder_.problem(line(), {}, "a row is " + std::string{what} + " here", "write it as {\"client\": \"...\"}",
                     std::string{rows_depth_ == 0 ? text_ : std::string_view{}});
    return true;
}

bool JsonRowEvents::deeper() {
    if (++depth_ <= builder_.limits().depth) { return true; }
    return refuse("lists and objects are nested deeper than " + std::to_string(builder_.limits().depth) + " levels",
                  "a row is a plain object");
}

bool JsonRowEvents::null() {
    return in_row() || no_row("null");
}

bool JsonRowEvents::boolean(bool value) {
    const std::string word = value ? "true" : "false";
    if (!in_row()) { return no_row(word); }
    if (meaning_.kind != Meaning::Kind::known) { return true; }
    const auto& column = builder_.column(meaning_.known);
    if (column.kind == ScheduleColumn::Kind::yes_no) { return scalar(word); }
    row_problem(column.name, word + " is neither a text nor a number", "put it into quotes if it is meant");
    return true;
}

bool JsonRowEvents::scalar(const std::string& text) {
    if (!in_row()) { return no_row("a single value"); }
    if (depth_ > rows_depth_ + 2 || meaning_.kind != Meaning::Kind::known) { return true; }
    any_value_ = true;
    const auto& column = builder_.column(meaning_.known);
    if (text.size() > builder_.limits().cell_bytes) {
        row_problem(column.name, too_long(builder_.limits()), "shorten it");
    } else if (const auto fault = fault_of_text(text)) {
        row_problem(column.name, fault->message, fault->hint);
    } else if (const auto wrong = builder_.add(row_, meaning_.known, builder_.file.texts.keep(trimmed(text)))) {
        row_problem(column.name, wrong->message, wrong->hint);
    }
    return true;
}

bool JsonRowEvents::start_object(std::size_t) {
    if (depth_ < rows_depth_) { return no_row("a single object"); }
    if (in_row()) {
        if (!nested_told_ && meaning_.kind == Meaning::Kind::known) {
            row_problem(builder_.column(meaning_.known).name, "an object stands where a value is expected",
                        "give a text, a number, or a list of them");
            nested_told_ = true;
        }
        return deeper();
    }
    row_ = {};
    row_.line = line();
    row_begin_ = here();
    keys_.clear();
    row_problems_.clear();
    nested_told_ = any_value_ = has_reason_ = false;
    return builder_.room_for_row(row_.line) && deeper();
}

bool JsonRowEvents::key(std::string& name) {
    if (depth_ != rows_depth_ + 1) { return true; }
    meaning_ = builder_.meaning(name);
    nested_told_ = false;
    if (name.starts_with('#')) {
        meaning_.kind = Meaning::Kind::left_out;
        return true;
    }
    any_value_ = true;
    if (keys_.size() >= builder_.limits().columns) {
        return refuse("a row has more than " + std::to_string(builder_.limits().columns) + " keys", "");
    }
    const bool known = meaning_.kind == Meaning::Kind::known;
    const auto plain = known ? builder_.column(meaning_.known).name : name;
    if (std::ranges::find(keys_, plain) != keys_.end()) {
        row_problem(known ? plain : std::string{}, "the key " + practice::quoted(name) + " is here twice",
                    "take one of them out");
        meaning_.kind = Meaning::Kind::left_out;
    } else if (meaning_.kind == Meaning::Kind::unknown) {
        row_problem({}, "there is no key " + practice::quoted(name), builder_.unknown_hint(name));
        meaning_.kind = Meaning::Kind::left_out;
    }
    has_reason_ = has_reason_ || small_letters(name) == "reason";
    keys_.push_back(plain);
    return true;
}

bool JsonRowEvents::end_object() {
    --depth_;
    if (depth_ == rows_depth_) { finish_row(); }
    return true;
}

void JsonRowEvents::finish_row() {
    if (!any_value_ && keys_.empty() && here() > row_begin_ + 1) { return; }  // comments only
    const auto source = has_reason_ ? builder_.file.texts.take(row_text(builder_, row_))
                                    : text_.substr(row_begin_, here() + 1 - row_begin_);
    if (row_problems_.empty()) {
        row_.source = source;
        row_.cells.shrink_to_fit();
        builder_.file.rows.push_back(std::move(row_));
        return;
    }
    for (auto& problem : row_problems_) {
        problem.source = source;
        builder_.file.problems.push_back(std::move(problem));
    }
}

bool JsonRowEvents::start_array(std::size_t) {
    if (depth_ == rows_depth_) {
        meaning_ = {};  // what stands in it belongs to no key
        if (!no_row("a list")) { return false; }
    }
    if (depth_ == rows_depth_ + 2 && in_row() && !nested_told_ && meaning_.kind == Meaning::Kind::known) {
        row_problem(builder_.column(meaning_.known).name, "a list stands inside a list", "give texts or numbers");
        nested_told_ = true;
    }
    if (depth_ == rows_depth_ + 1 && meaning_.kind == Meaning::Kind::known) {
        const auto& column = builder_.column(meaning_.known);
        const bool takes_list = column.kind == ScheduleColumn::Kind::many || column.kind == ScheduleColumn::Kind::dates;
        if (!takes_list) { row_problem(column.name, "a list stands where one value is expected", "give one"); }
    }
    return deeper();
}

bool JsonRowEvents::end_array() {
    --depth_;
    return true;
}

bool JsonRowEvents::parse_error(std::size_t, const std::string&, const std::exception& error) {
    const std::string_view said = error.what();
    Wording words{{}, "this is not valid JSON", "look for a missing comma, colon or quote on this line or before it"};
    for (const auto& wording : kWordings) {
        if (said.find(wording.library) != std::string_view::npos) {
            words = wording;
            break;
        }
    }
    if (rows_depth_ > 0) { return refuse(std::string{words.message}, std::string{words.hint}); }
    // The next line of JSON Lines is one for itself.
    builder_.problem(line(), {}, std::string{words.message}, std::string{words.hint}, std::string{text_});
    return false;
}

}  // namespace practice::text
