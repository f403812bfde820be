// SPDX-License-Identifier: MIT
#include "text/rows/read_json_rows.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "text/rows/json_row_events.h"
#include "text/rows/schedule_text.h"

namespace practice::text {
namespace {

/// Tells how far the parser has read: it knows no lines, and forgets where an object began.
class WatchedText {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    WatchedText(const char* at, const char** next) : at_{at}, next_{next} {}
    reference operator*() const { return *at_; }
    WatchedText& operator++() {
        *next_ = ++at_;
        return *this;
    }
    WatchedText operator++(int) {
        const auto before = *this;
        ++*this;
        return before;
    }
    bool operator==(const WatchedText& other) const { return at_ == other.at_; }

private:
    const char* at_;
    const char** next_;
};

void parse(std::string_view text, std::size_t rows_depth, std::size_t line, ScheduleBuilder& builder) {
    const char* next = text.data();
    JsonRowEvents events{builder, rows_depth, text, next, line};
    static_cast<void>(nlohmann::json::sax_parse(WatchedText{text.data(), &next},
                                                WatchedText{text.data() + text.size(), &next}, &events));
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool refuse_utf16(std::string_view text, ScheduleBuilder& builder) {
    if (!is_utf16(text)) { return false; }
    builder.whole_file_problem(1, "the file is UTF-16 text", "save it as UTF-8");
    return true;
}

}  // namespace

ScheduleFile read_json_rows(std::string bytes, const ScheduleColumns& columns, const ScheduleLimits& limits) {
    ScheduleBuilder builder{ScheduleFormat::json, columns, limits};
    builder.file.rejects_head = "[\n";
    builder.file.rejects_between = ",\n";
    builder.file.rejects_tail = "\n]\n";
    const auto text = without_mark(builder.file.texts.take(std::move(bytes)));
    if (is_blank(text)) {
        builder.whole_file_problem(1, "the file is empty", "a file without rows is []");
    } else if (!refuse_utf16(text, builder)) {
        parse(text, 1, 1, builder);
    }
    return builder.finish();
}

ScheduleFile read_json_lines(std::string bytes, const ScheduleColumns& columns, const ScheduleLimits& limits) {
    ScheduleBuilder builder{ScheduleFormat::jsonl, columns, limits};
    builder.file.rejects_between = "\n";
    builder.file.rejects_tail = "\n";
    const auto text = without_mark(builder.file.texts.take(std::move(bytes)));
    if (refuse_utf16(text, builder)) { return builder.finish(); }
    std::size_t line = 1;
    for (std::size_t from = 0; from < text.size(); ++line) {
        const auto to = std::min(text.find('\n', from), text.size());
        auto row = text.substr(from, to - from);
        if (row.ends_with('\r')) { row.remove_suffix(1); }
        if (!is_blank(row)) {
            if (!builder.room_for_row(line)) { break; }
            parse(row, 0, line, builder);
        }
        from = to + 1;
    }
    return builder.finish();
}

}  // namespace practice::text
