// SPDX-License-Identifier: MIT
#include "app/rows/rejected_rows.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "text/json.h"

namespace practice::app {
namespace {

std::string csv_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) { out += c == '"' ? std::string{"\"\""} : std::string(1, c == '\n' ? ' ' : c); }
    return out + '"';
}

/// Its last key is the reason. What is no object stays as it is: it will be refused for the same reason again.
std::string with_reason_key(std::string source, std::string_view reason) {
    const auto close = source.find_last_not_of(" \t\r\n");
    if (close == std::string::npos || source[close] != '}' || source.find('{') == std::string::npos) { return source; }
    const auto last = source.find_last_not_of(" \t\r\n", close - 1);
    const bool empty = last != std::string::npos && source[last] == '{';
    source.insert(close, (empty ? "" : ", ") + std::string{"\"reason\": "} + text::json_string(reason));
    return source;
}

/// A property of the event that no program reads, ours neither.
std::string with_reason_property(std::string source, std::string_view reason) {
    const auto behind_begin = source.find('\n');
    if (behind_begin == std::string::npos) { return {}; }
    std::string value;
    for (const char c : reason) {
        const bool escaped = c == ',' || c == ';' || c == '\\';
        if (escaped) { value += '\\'; }
        value += c == '\n' ? ' ' : c;
    }
    return source.insert(behind_begin + 1, "X-PRACTICE-REASON:" + value + "\r\n");
}

std::string with_reason(const ScheduleFile& file, const RejectedRow& row) {
    if (file.format == ScheduleFormat::calendar) { return with_reason_property(row.source, row.reason); }
    if (file.format == ScheduleFormat::csv) { return row.source + file.separator + csv_quoted(row.reason); }
    if (file.format == ScheduleFormat::yaml && !row.source.starts_with("- {")) {
        // Under the row's first key, which stands behind its dash.
        const auto indentation = std::max<std::size_t>(row.source.find_first_not_of("- "), 2);
        if (row.source.empty()) { return {}; }
        return row.source + '\n' + std::string(indentation, ' ') + "reason: " + text::json_string(row.reason);
    }
    return with_reason_key(row.source, row.reason);
}

}  // namespace

std::string rejects_text(const ScheduleFile& file, const std::vector<RejectedRow>& rows) {
    std::string out = file.rejects_head;
    bool first = true;
    std::set<std::string_view> events;  // several rows may come out of the events of one UID
    for (const auto& row : rows) {
        if (file.format == ScheduleFormat::calendar && !events.insert(row.source).second) { continue; }
        const auto text = with_reason(file, row);
        if (text.empty()) { continue; }  // it was no row at all
        out += (first ? "" : file.rejects_between) + text;
        first = false;
    }
    return out + (first ? std::string{file.rejects_tail.substr(file.rejects_tail.starts_with('\n') ? 1 : 0)}
                        : file.rejects_tail);
}

}  // namespace practice::app
