// SPDX-License-Identifier: MIT
#include "text/rows/dump_text.h"

#include <nlohmann/json.hpp>

#include "practice/refusal.h"
#include "text/json.h"
#include "text/unicode.h"

namespace practice::text {
namespace {

void check_utf8(const StoredRow& row, std::string_view text) {
    while (!text.empty()) {
        const auto character = first_character(text);
        if (!character.valid) {
            throw Refusal{RefusalKind::failure, "a row of " + row.table + " holds text that is not UTF-8",
                          "the database was altered by another program; restore a backup"};
        }
        text.remove_prefix(character.bytes.size());
    }
}

std::int64_t whole_number(const Json& value) {
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
        throw misuse("a number is too large");
    }
    if (!value.is_number_integer()) { throw misuse("a value is neither a whole number, nor a text, nor null"); }
    return value.get<std::int64_t>();
}

StoredRow stored_row(const Json& object) {
    StoredRow row;
    for (const auto& [name, value] : object.items()) {
        if (name == "table") {
            if (!value.is_string()) { throw misuse("'table' is not a name"); }
            row.table = value.get<std::string>();
        } else if (value.is_null()) {
            row.columns.emplace_back(name, std::monostate{});
        } else if (value.is_string()) {
            row.columns.emplace_back(name, value.get<std::string>());
        } else {
            row.columns.emplace_back(name, whole_number(value));
        }
    }
    return row;
}

Json parsed(std::string_view line) {
    // Rows are flat: whatever opens a second level is none, and must not be built either.
    const auto flat = [](int depth, Json::parse_event_t event, Json& /*value*/) {
        const bool opens = event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
        if (opens && depth > 0) { throw misuse("a row has values only, no lists or objects"); }
        return true;
    };
    try {
        auto object = Json::parse(line, flat);
        if (object.is_object()) { return object; }
    } catch (const nlohmann::json::exception&) {  // told below: the library's words are not ours
    }
    throw misuse("this is not a JSON object", "a dump is read as 'dump' wrote it");
}

}  // namespace

std::string dump_line(const DumpHead& head) {
    return JsonObject{}.number("practice_dump", head.form).number("schema", head.schema).take() + '\n';
}

std::string dump_line(const StoredRow& row) {
    JsonObject object;
    object.text("table", row.table);
    for (const auto& [name, value] : row.columns) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            object.number(name, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            check_utf8(row, *text);
            object.text(name, *text);
        } else {
            object.null(name);
        }
    }
    return object.take() + '\n';
}

std::string dump_line(const DumpEnd& end) {
    return JsonObject{}.boolean("end", true).number("rows", end.rows).take() + '\n';
}

std::variant<DumpHead, StoredRow, DumpEnd> read_dump_line(std::string_view line) {
    const auto object = parsed(line);
    if (object.contains("table")) { return stored_row(object); }
    if (object.contains("practice_dump") && object.contains("schema")) {
        return DumpHead{whole_number(object["practice_dump"]), whole_number(object["schema"])};
    }
    if (object.contains("end") && object.contains("rows")) { return DumpEnd{whole_number(object["rows"])}; }
    throw misuse("this is neither a row of a dump, nor its head or end", "a dump is read as 'dump' wrote it");
}

}  // namespace practice::text
