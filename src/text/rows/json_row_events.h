// SPDX-License-Identifier: MIT
// Rows out of what a JSON parser meets, event by event: nothing is kept but the present row, and nothing is nested
// on the machine's stack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "practice/exchange/schedule_columns.h"
#include "text/json.h"

namespace practice::text {

/// The events are those of nlohmann's SAX interface; each returns whether to go on.
class JsonRowEvents {
public:
    /// `rows_depth`: how many lists stand around a row: 1 in a JSON list, 0 on a line of JSON Lines. `next` is
    /// where the parser reads next in `text`, which begins at `line`. All must outlive it.
    JsonRowEvents(ScheduleBuilder& builder, std::size_t rows_depth, std::string_view text, const char*& next,
                  std::size_t line);

    bool null();
    bool boolean(bool value);
    bool number_integer(std::int64_t value) { return scalar(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return scalar(std::to_string(value)); }
    bool number_float(double, const std::string& written) { return scalar(written); }
    bool string(std::string& value) { return scalar(value); }
    bool binary(std::vector<std::uint8_t>&) { return true; }  // never in text
    bool start_object(std::size_t);
    bool key(std::string& name);
    bool end_object();
    bool start_array(std::size_t);
    bool end_array();
    bool parse_error(std::size_t, const std::string& near, const std::exception& error);

private:
    [[nodiscard]] bool in_row() const { return depth_ > rows_depth_; }
    /// Of the last character read.
    [[nodiscard]] std::size_t here() const;
    [[nodiscard]] std::size_t line();
    bool scalar(const std::string& text);
    bool no_row(std::string_view what);
    bool deeper();
    void row_problem(std::string column, std::string message, std::string hint);
    bool refuse(std::string message, std::string hint);
    void finish_row();

    ScheduleBuilder& builder_;
    std::size_t rows_depth_;
    std::string_view text_;
    const char*& next_;
    std::size_t counted_ = 0;  // line_ is the line of this offset
    std::size_t line_;

    std::size_t depth_ = 0;
    ScheduleRow row_;
    std::size_t row_begin_ = 0;
    std::vector<std::string> keys_;
    std::vector<ScheduleProblem> row_problems_;
    ScheduleBuilder::Meaning meaning_;  // of the present key
    bool nested_told_ = false;
    bool any_value_ = false;  // of a key that is read
    bool has_reason_ = false;
};

}  // namespace practice::text
