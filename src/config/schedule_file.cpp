// SPDX-License-Identifier: MIT
#include "config/schedule_file.h"

#include <algorithm>

#include "config/yaml_reader.h"
#include "practice/plain_text.h"

namespace practice::config {
namespace {

using Meaning = ScheduleBuilder::Meaning;
using Kind = YamlNode::Kind;

constexpr std::size_t kValuesInRow = 100;

YamlLimits yaml_limits(const ScheduleLimits& limits) {
    YamlLimits out;
    out.depth = limits.depth;
    out.nodes = std::max(out.nodes, limits.rows * kValuesInRow);
    out.scalar_bytes = limits.cell_bytes;
    return out;
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') { out += '\\'; }
        out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : std::string(1, c);
    }
    return out + '"';
}

class YamlRows {
public:
    YamlRows(const SourceText& source, const ScheduleColumns& columns, const ScheduleLimits& limits)
        : text_{source.text()}, builder_{ScheduleFormat::yaml, columns, limits} {
        for (std::size_t at = 0; at < text_.size(); at = std::min(text_.find('\n', at), text_.size() - 1) + 1) {
            line_starts_.push_back(at);
        }
        builder_.file.rejects_between = "\n";
        builder_.file.rejects_tail = "\n";
    }

    ScheduleFile read(const SourceText& source) {
        try {
            if (const auto root = read_yaml(source, yaml_limits(builder_.limits()))) { read_root(*root); }
        } catch (const Refusal& refusal) {
            const auto& problem = refusal.problems().front();
            builder_.whole_file_problem(problem.place ? static_cast<std::size_t>(problem.place->line) : 1,
                                        problem.message, problem.hint);
        }
        return builder_.finish();
    }

private:
    static std::size_t line_of(const YamlNode& node) { return static_cast<std::size_t>(node.line); }

    void read_root(const YamlNode& root) {
        if (root.kind != Kind::list) {
            builder_.whole_file_problem(line_of(root), "the file is not a list of rows",
                                        "begin each row with - : '- client: Anna Smith'");
            return;
        }
        for (std::size_t i = 0; i < root.items.size(); ++i) {
            if (!builder_.room_for_row(line_of(root.items[i]))) { return; }
            read_row(root.items[i], i + 1 < root.items.size() ? &root.items[i + 1] : nullptr);
        }
    }

    void read_row(const YamlNode& node, const YamlNode* next) {
        if (node.kind != Kind::map) {
            builder_.problem(line_of(node), {}, "a row is not a map here", "write it as '- client: Anna Smith'", {});
            return;
        }
        ScheduleRow row;
        row.line = line_of(node);
        std::vector<ScheduleProblem> problems;
        std::vector<std::size_t> seen;
        bool has_reason = false;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            const auto& key = node.keys[i];
            has_reason = has_reason || small_letters(key.text) == "reason";
            const auto meaning = builder_.meaning(key.text);
            if (meaning.kind == Meaning::Kind::unknown) {
                problems.push_back({line_of(key),
                                    {},
                                    "there is no key " + practice::quoted(key.text),
                                    builder_.unknown_hint(key.text),
                                    {},
                                    false});
            } else if (meaning.kind == Meaning::Kind::known) {
                if (std::ranges::find(seen, meaning.known) != seen.end()) {
                    problems.push_back({line_of(key),
                                        builder_.column(meaning.known).name,
                                        "the key " + practice::quoted(key.text) + " is here twice",
                                        "take one of them out",
                                        {},
                                        false});
                    continue;
                }
                seen.push_back(meaning.known);
                read_value(row, meaning.known, node.items[i], problems);
            }
        }
        row.source = builder_.file.texts.keep(has_reason ? anew(row) : source_of(node, next, row));
        if (problems.empty()) {
            row.cells.shrink_to_fit();
            builder_.file.rows.push_back(std::move(row));
            return;
        }
        for (auto& problem : problems) {
            problem.source = row.source;
            builder_.file.problems.push_back(std::move(problem));
        }
    }

    void read_value(ScheduleRow& row, std::size_t known, const YamlNode& value,
                    std::vector<ScheduleProblem>& problems) {
        const auto& column = builder_.column(known);
        const auto wrong = [&](const YamlNode& at, std::string message, std::string hint) {
            problems.push_back({line_of(at), column.name, std::move(message), std::move(hint), {}, false, 0, at.text});
        };
        if (value.kind == Kind::map) {
            wrong(value, "a map stands where a value is expected", "put a text that holds ': ' into quotes");
            return;
        }
        const bool takes_list = column.kind == ScheduleColumn::Kind::many || column.kind == ScheduleColumn::Kind::dates;
        if (value.kind == Kind::list && !takes_list) {
            wrong(value, "a list stands where one value is expected", "give one");
            return;
        }
        const auto& items = value.kind == Kind::list ? value.items : std::vector{value};
        builder_.has(known);
        for (const auto& item : items) {
            if (item.kind != Kind::scalar) {
                wrong(item, "a list or map stands inside a list", "give texts or numbers");
            } else if (!is_null(item)) {
                const auto problem = builder_.add(row, known, builder_.file.texts.keep(trimmed(item.text)));
                if (problem) { wrong(item, problem->message, problem->hint); }
            }
        }
    }

    [[nodiscard]] std::string_view line_from(const YamlNode& node) const {
        const auto line = line_of(node) - 1;
        if (line >= line_starts_.size()) { return {}; }
        const auto end = line + 1 < line_starts_.size() ? line_starts_[line + 1] : text_.size();
        const auto at = std::min(line_starts_[line] + static_cast<std::size_t>(node.column - 1), end);
        return text_.substr(at, end - at);
    }

    /// The word null, unless it is in quotes: somebody's name is Null.
    [[nodiscard]] bool is_null(const YamlNode& node) const {
        const bool word = node.text == "null" || node.text == "Null" || node.text == "NULL";
        return word && line_from(node).starts_with(node.text);
    }

    [[nodiscard]] std::string anew(const ScheduleRow& row) const {
        std::string out;
        for (const auto& [name, values] : builder_.values(row)) {
            std::string list;
            for (const auto& value : values) { list += (list.empty() ? "" : ", ") + in_quotes(value); }
            out += (out.empty() ? "" : ", ") + name + ": " + (values.size() == 1 ? list : "[" + list + "]");
        }
        return "- {" + out + "}";
    }

    /// The item's own lines, from its '-' on, where it has lines of its own; otherwise written anew.
    [[nodiscard]] std::string source_of(const YamlNode& node, const YamlNode* next, const ScheduleRow& row) const {
        const auto first = line_of(node) - 1;
        const auto last = next == nullptr ? line_starts_.size() : line_of(*next) - 1;
        if (first >= last || last > line_starts_.size() || line_from(node).starts_with('{')) { return anew(row); }
        const auto before = text_.substr(line_starts_[first], static_cast<std::size_t>(node.column - 1));
        const auto dash = before.find_first_not_of(' ');
        if (dash == std::string_view::npos || before.substr(dash).find_first_not_of("- ") != std::string_view::npos ||
            before.substr(dash, 2) != "- ") {
            return anew(row);
        }
        std::string out;
        std::size_t kept = 0;
        for (std::size_t line = first; line < last; ++line) {
            const auto end = line + 1 < line_starts_.size() ? line_starts_[line + 1] : text_.size();
            auto text = text_.substr(line_starts_[line], end - line_starts_[line]);
            const auto content = std::min(text.find_first_not_of(' '), text.size());
            text.remove_prefix(std::min(dash, content));
            text = text.substr(0, text.find_last_not_of(" \r\n") + 1);
            out += (line == first ? "" : "\n") + std::string{text};
            // Comments and blank lines behind a row belong to what follows.
            if (!text.empty() && !(text.front() == '#' && content <= dash) && text != "...") { kept = out.size(); }
        }
        out.resize(kept);
        return out;
    }

    std::string_view text_;
    std::vector<std::size_t> line_starts_;
    ScheduleBuilder builder_;
};

}  // namespace

ScheduleFile read_yaml_rows(const SourceText& source, const ScheduleColumns& columns, const ScheduleLimits& limits) {
    return YamlRows{source, columns, limits}.read(source);
}

}  // namespace practice::config
