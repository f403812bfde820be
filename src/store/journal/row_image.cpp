// SPDX-License-Identifier: MIT
#include "store/journal/row_image.h"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "store/sqlite/errors.h"

namespace practice::store {
namespace {

void append_escaped(std::string& json, unsigned char c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    switch (c) {
        case '"': json += "\\\""; return;
        case '\\': json += "\\\\"; return;
        case '\n': json += "\\n"; return;
        case '\t': json += "\\t"; return;
        default: json.append("\\u00").append({kDigits[c >> 4U], kDigits[c & 15U]});
    }
}

void append_string(std::string& json, std::string_view text) {
    json += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') { continue; }
        json.append(text.substr(written, i - written));
        append_escaped(json, c);
        written = i + 1;
    }
    json.append(text.substr(written));
    json += '"';
}

/// The tables are STRICT and have whole numbers and texts only.
void append_value(std::string& json, sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
        case SQLITE_NULL: json += "null"; return;
        case SQLITE_INTEGER: {
            std::array<char, 24> digits{};
            const auto end =
                std::to_chars(digits.data(), digits.data() + digits.size(), std::int64_t{sqlite3_value_int64(value)});
            json.append(digits.data(), end.ptr);
            return;
        }
        default: append_string(json, text_of(value));
    }
}

void row_image(sqlite3_context* context, int count, sqlite3_value** values) try {
    std::string json;
    for (int i = 0; i + 1 < count; i += 2) {
        json += json.empty() ? '{' : ',';
        append_string(json, text_of(values[i]));
        json += ':';
        append_value(json, values[i + 1]);
    }
    json += '}';
    sqlite3_result_text64(context, json.data(), json.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
} catch (...) {
    sqlite3_result_error_nomem(context);  // an exception must not cross the library
}

}  // namespace

std::string_view text_of(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return {text == nullptr ? "" : text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void add_row_image(sqlite3* handle) {
    constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const int code =
        sqlite3_create_function_v2(handle, "row_image", -1, kFlags, nullptr, &row_image, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) { refuse(code, {}); }
}

}  // namespace practice::store
