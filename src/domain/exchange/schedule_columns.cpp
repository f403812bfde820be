// SPDX-License-Identifier: MIT
#include "practice/exchange/schedule_columns.h"

#include <algorithm>
#include <array>

#include "practice/keyword.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"

namespace practice {
namespace {

/// "Time Zone" and "time_zone" are time-zone.
std::string evened(std::string_view name) {
    std::string out = small_letters(trimmed(name));
    for (char& c : out) {
        if (c == ' ' || c == '_') { c = '-'; }
    }
    return out;
}

std::optional<bool> read_yes_no(std::string_view text) {
    const auto word = small_letters(trimmed(text));
    constexpr std::array<std::string_view, 5> yes{"yes", "true", "1", "x", "y"};
    constexpr std::array<std::string_view, 4> no{"no", "false", "0", "n"};
    if (std::ranges::find(yes, word) != yes.end()) { return true; }
    if (std::ranges::find(no, word) != no.end() || says_none(word)) { return false; }
    return std::nullopt;
}

}  // namespace

std::string_view ScheduleTexts::longer(std::string_view text, std::string_view more) {
    constexpr std::size_t usual_block = 65'536;
    const auto size = text.size() + more.size();
    if (size == 0) { return {}; }
    const auto ends_at_end = [&](const std::string& block) {
        return !text.empty() && text.data() + text.size() == block.data() + block.size();
    };
    const auto room = blocks_.empty() ? 0 : blocks_.back().capacity() - blocks_.back().size();
    const bool goes_on = !blocks_.empty() && ends_at_end(blocks_.back()) && more.size() <= room;
    if (!goes_on) {
        if (room < size) { blocks_.emplace_back().reserve(std::max(usual_block, 2 * size)); }
        blocks_.back() += text;
    }
    auto& block = blocks_.back();
    block += more;
    return std::string_view{block}.substr(block.size() - size);
}

std::string names_of(const ScheduleColumns& columns) {
    std::string out;
    for (const auto& column : columns.known) { out += (out.empty() ? "" : ", ") + column.name; }
    return out;
}

ScheduleBuilder::ScheduleBuilder(ScheduleFormat format, const ScheduleColumns& columns, const ScheduleLimits& limits)
    : columns_{columns}, limits_{limits}, places_(columns.known.size()) {
    file.format = format;
    for (const auto& [theirs, ours] : columns.renamed) { renamed_[evened(theirs)] = {theirs, ours}; }
}

ScheduleBuilder::Meaning ScheduleBuilder::meaning(std::string_view name) {
    std::string plain = evened(name);
    if (const auto found = renamed_.find(plain); found != renamed_.end()) {
        found->second.met = true;
        if (says_none(found->second.ours)) { return {Meaning::Kind::left_out, 0}; }
        plain = found->second.ours;
    }
    const auto known = std::ranges::find(columns_.known, plain, &ScheduleColumn::name);
    if (known != columns_.known.end()) {
        return {Meaning::Kind::known, static_cast<std::size_t>(known - columns_.known.begin())};
    }
    const bool left_out = std::ranges::find(columns_.left_out, plain) != columns_.left_out.end();
    return {left_out ? Meaning::Kind::left_out : Meaning::Kind::unknown, 0};
}

std::string ScheduleBuilder::unknown_hint(std::string_view name) const {
    std::vector<std::string> names;
    for (const auto& column : columns_.known) { names.push_back(column.name); }
    if (const auto near = nearest(evened(name), names, 1); !near.empty()) {
        return "did you mean " + near.front() + "?";
    }
    return "the columns are " + names_of(columns_) + "; say which one it is with `map` " +
           quoted(std::string{trimmed(name)} + "=COLUMN") + ", or that it is not to be read with =none";
}

std::size_t ScheduleBuilder::place_of(std::size_t known) {
    auto& place = places_[known];
    if (!place) {
        place = file.columns.size();
        file.columns.push_back(columns_.known[known].name);
    }
    return *place;
}

std::optional<ScheduleProblem> ScheduleBuilder::add(ScheduleRow& row, std::size_t known, std::string_view text) {
    const auto place = place_of(known);
    const auto& column = columns_.known[known];
    if (text.empty()) { return std::nullopt; }
    if (column.kind == ScheduleColumn::Kind::yes_no) {
        const auto yes = read_yes_no(text);
        if (!yes) {
            return ScheduleProblem{row.line,          column.name, quoted(text) + " is neither yes nor no",
                                   "write yes or no", {},          false};
        }
        if (!*yes) { return std::nullopt; }
        text = "yes";
    }
    if (column.kind == ScheduleColumn::Kind::dates) {
        const auto before = std::ranges::find(row.cells, place, &ScheduleCell::column);
        if (before != row.cells.end()) {
            before->text = file.texts.longer(file.texts.longer(before->text, ","), text);
            return std::nullopt;
        }
    }
    row.cells.push_back({place, text});
    return std::nullopt;
}

std::optional<ScheduleProblem> ScheduleBuilder::add_cell(ScheduleRow& row, std::size_t known, std::string_view text) {
    const auto kind = columns_.known[known].kind;
    const bool several = kind == ScheduleColumn::Kind::many || kind == ScheduleColumn::Kind::dates;
    if (!several || text.find(';') == std::string_view::npos) { return add(row, known, trimmed(text)); }
    for (const auto part : split(text, ';')) {
        // The parts of a list of dates become one value; they are not refused.
        static_cast<void>(add(row, known, part));
    }
    return std::nullopt;
}

std::vector<std::pair<std::string, std::vector<std::string>>> ScheduleBuilder::values(const ScheduleRow& row) const {
    std::vector<std::pair<std::string, std::vector<std::string>>> out;
    for (const auto& cell : row.cells) {
        const auto& name = file.columns[cell.column];
        const auto before = std::ranges::find_if(out, [&](const auto& pair) { return pair.first == name; });
        if (before != out.end()) {
            before->second.emplace_back(cell.text);
        } else {
            out.push_back({name, {std::string{cell.text}}});
        }
    }
    return out;
}

bool ScheduleBuilder::room_for_row(std::size_t line) {
    if (file.rows.size() + file.problems.size() < limits_.rows) { return true; }
    whole_file_problem(line, "the file has more than " + std::to_string(limits_.rows) + " rows",
                       "raise that with `max-rows N`, or split the file");
    return false;
}

void ScheduleBuilder::problem(std::size_t line, std::string column, std::string message, std::string hint,
                              std::string source) {
    file.problems.push_back({line, std::move(column), std::move(message), std::move(hint), std::move(source), false});
}

void ScheduleBuilder::whole_file_problem(std::size_t line, std::string message, std::string hint) {
    file.problems.push_back({line, {}, std::move(message), std::move(hint), {}, true});
}

ScheduleFile ScheduleBuilder::finish() {
    for (const auto& [plain, renamed] : renamed_) {
        if (renamed.met || file.rows.empty()) { continue; }
        whole_file_problem(1, "the file has no column " + quoted(renamed.theirs),
                           "give `map` the names as they stand in the file");
    }
    std::ranges::stable_sort(file.problems, {}, &ScheduleProblem::line);
    return std::move(file);
}

}  // namespace practice
