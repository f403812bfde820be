// SPDX-License-Identifier: MIT
// The library only takes the text apart into events; what is built, and what is refused, is decided here.
// Its own node tree is not used: it accepts duplicate keys, expands aliases and reads "010" as 8, and its
// loader of several documents may never end.
#include "config/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "practice/plain_text.h"

namespace practice::config {
namespace {

constexpr std::string_view kAnchors = "anchors (&) and aliases (*) are not read here";
constexpr std::string_view kNoAnchors = "write the value out, or put it in quotes if it is a text";

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const SourceText& source, const YamlLimits& limits) : source_{source}, limits_{limits} {}

    [[nodiscard]] std::optional<YamlNode> take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1) {
            refuse(mark, "a second document begins here", "keep one document in a file: take the --- line out");
        }
    }
    void OnDocumentEnd() override {}

    void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_anchor(mark); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_anchor(mark); }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        YamlNode node = made(YamlNode::Kind::scalar, mark, "?", anchor);
        node.text = null_as_written(mark);
        add(std::move(node));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        YamlNode node = made(YamlNode::Kind::scalar, mark, tag, anchor);
        if (value.size() > limits_.scalar_bytes) {
            refuse(mark, "this value is longer than " + std::to_string(limits_.scalar_bytes / 1024) + " kB", "");
        }
        if (const auto bad = first_bad_character(value)) { refuse(mark, "this value " + bad->what, "take it out"); }
        node.text = value;
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(made(YamlNode::Kind::list, mark, tag, anchor), mark);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(made(YamlNode::Kind::map, mark, tag, anchor), mark);
    }
    void OnMapEnd() override {
        check_duplicates(open_.back());
        close();
    }

private:
    [[noreturn]] void refuse(int line, int column, std::string message, std::string hint) const {
        throw Refusal{RefusalKind::settings,
                      Problem{std::move(message), std::move(hint), source_.place(line, column), {}}};
    }
    [[noreturn]] void refuse(const YAML::Mark& mark, std::string message, std::string hint) const {
        refuse(mark.line + 1, mark.column + 1, std::move(message), std::move(hint));
    }
    [[noreturn]] void refuse_anchor(const YAML::Mark& mark) const {
        refuse(mark, std::string{kAnchors}, std::string{kNoAnchors});
    }

    YamlNode made(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (anchor != 0) { refuse_anchor(mark); }
        // The library's own marks: "?" for plain values, "!" for quoted ones, "" for maps and lists.
        if (tag != "?" && tag != "!" && !tag.empty()) {
            refuse(mark, "tags (!) are not read here", "put the value in quotes if it is a text");
        }
        if (++nodes_ > limits_.nodes) {
            refuse(mark, "there are too many values in this file", "split it into several files");
        }
        YamlNode node;
        node.kind = kind;
        node.line = mark.line + 1;
        node.column = mark.column + 1;
        return node;
    }

    /// The library tells "~", "null" and nothing at all apart from nobody. Somebody's family name is Null.
    [[nodiscard]] std::string null_as_written(const YAML::Mark& mark) const {
        const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
        for (const std::string_view word : {"null", "Null", "NULL"}) {
            if (source_.text().compare(std::min(at, source_.text().size()), word.size(), word) == 0) {
                return std::string{word};
            }
        }
        return {};
    }

    void open(YamlNode node, const YAML::Mark& mark) {
        if (open_.size() >= limits_.depth) {
            refuse(mark, "lists and maps are nested deeper than " + std::to_string(limits_.depth) + " levels", "");
        }
        open_.push_back(std::move(node));
    }
    void close() {
        YamlNode node = std::move(open_.back());
        open_.pop_back();
        add(std::move(node));
    }
    void add(YamlNode node) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        YamlNode& parent = open_.back();
        if (parent.kind == YamlNode::Kind::map && parent.keys.size() == parent.items.size()) {
            if (node.kind != YamlNode::Kind::scalar || node.text.empty()) {
                refuse(node.line, node.column, "a key must be a word", "write it as key: value");
            }
            parent.keys.push_back(std::move(node));
            return;
        }
        // An empty value has the place of whatever follows it; its key's is more use.
        if (parent.kind == YamlNode::Kind::map && node.kind == YamlNode::Kind::scalar && node.text.empty()) {
            node.line = parent.keys.back().line;
            node.column = parent.keys.back().column;
        }
        parent.items.push_back(std::move(node));
    }

    void check_duplicates(const YamlNode& map) const {
        std::vector<const YamlNode*> sorted;
        sorted.reserve(map.keys.size());
        for (const auto& key : map.keys) { sorted.push_back(&key); }
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const YamlNode* a, const YamlNode* b) { return a->text < b->text; });
        const auto twice = std::adjacent_find(sorted.begin(), sorted.end(),
                                              [](const YamlNode* a, const YamlNode* b) { return a->text == b->text; });
        if (twice == sorted.end()) { return; }
        const YamlNode& second = **std::next(twice);
        refuse(second.line, second.column, "the key " + practice::quoted(second.text) + " is here twice",
               "the first is on line " + std::to_string((*twice)->line) + "; take one of them out");
    }

    const SourceText& source_;
    const YamlLimits& limits_;
    std::vector<YamlNode> open_;  // the lists and maps around the present place, outermost first
    std::optional<YamlNode> root_;
    std::size_t nodes_ = 0;
    int documents_ = 0;
};

struct Wording {
    std::string_view library;
    std::string_view message;
    std::string_view hint;
};
constexpr std::string_view kQuote = "put texts with : # [ ] { } , & * ! | > ' \" % @ into quotes";
const std::array<Wording, 17> kWordings{{
    {YAML::ErrorMsg::END_OF_MAP_FLOW, "a { is not closed, or a comma is missing", "close it with }"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a [ is not closed, or a comma is missing", "close it with ]"},
    {YAML::ErrorMsg::END_OF_MAP, "this line is indented differently from the keys before it",
     "give all keys of one map the same indentation"},
    {YAML::ErrorMsg::END_OF_SEQ, "this line is indented differently from the items before it",
     "begin all items of one list with '- ' in the same column"},
    {YAML::ErrorMsg::TAB_IN_INDENTATION, "a tab is used for indentation", "indent with spaces"},
    {YAML::ErrorMsg::EOF_IN_SCALAR, "a quote before this place is not closed", "close it"},
    {YAML::ErrorMsg::DOC_IN_SCALAR, "a quote before this place is not closed", "close it"},
    {YAML::ErrorMsg::FLOW_END, "a ] or } closes nothing", kQuote},
    {YAML::ErrorMsg::MAP_VALUE, "a ':' is not expected here", kQuote},
    {YAML::ErrorMsg::MAP_KEY, "a '?' is not expected here", kQuote},
    {YAML::ErrorMsg::BLOCK_ENTRY, "a '-' is not expected here", "begin each item of a list on a line of its own"},
    {YAML::ErrorMsg::INVALID_ESCAPE, "a backslash in double quotes begins an unknown escape",
     "write \\\\ for a backslash, or use single quotes"},
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, kAnchors, kNoAnchors},
    {YAML::ErrorMsg::ALIAS_NOT_FOUND, kAnchors, kNoAnchors},
    {YAML::ErrorMsg::ANCHOR_NOT_FOUND, kAnchors, kNoAnchors},
    {YAML::ErrorMsg::CHAR_IN_ALIAS, kAnchors, kNoAnchors},
    {YAML::ErrorMsg::CHAR_IN_ANCHOR, kAnchors, kNoAnchors},
}};

/// The library reads "a tab, then a key" as many things.
bool indented_with_tab(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    return line.substr(0, first).find('\t') != std::string_view::npos;
}

Refusal in_our_words(const YAML::Exception& error, const SourceText& source) {
    Problem problem;
    problem.message = "this is not valid YAML";
    problem.hint = kQuote;
    for (const auto& wording : kWordings) {
        if (error.msg.starts_with(wording.library)) {
            problem.message = wording.message;
            problem.hint = wording.hint;
            break;
        }
    }
    problem.place =
        error.mark.is_null() ? source.place(1, 1) : source.place(error.mark.line + 1, error.mark.column + 1);
    if (indented_with_tab(problem.place->text)) {
        problem.message = "a tab is used for indentation";
        problem.hint = "indent with spaces";
    }
    return Refusal{RefusalKind::settings, std::move(problem)};
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key) { return &items[i]; }
    }
    return nullptr;
}

std::optional<YamlNode> read_yaml(const SourceText& source, const YamlLimits& limits) {
    check_characters(source);
    TreeBuilder builder{source, limits};
    try {
        // Without the line end at the end: before one, the library takes the end of the file for the end of
        // a quote, and whatever stood behind an open quote would be lost without a word.
        std::istringstream in{source.text().substr(0, source.text().find_last_not_of(" \t\r\n") + 1)};
        YAML::Parser parser{in};
        if (parser.HandleNextDocument(builder)) {
            // A second one is refused as it begins.
            static_cast<void>(parser.HandleNextDocument(builder));
        }
    } catch (const YAML::Exception& error) { throw in_our_words(error, source); }
    return builder.take();
}

}  // namespace practice::config
