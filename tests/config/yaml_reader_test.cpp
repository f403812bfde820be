// SPDX-License-Identifier: MIT
#include "config/yaml_reader.h"

#include <catch2/catch.hpp>

using namespace practice;
using namespace practice::config;

namespace {

/// The tree on one line: {name: Room 1, list: [a, b]}.
std::string told(const YamlNode& node) {
    std::string out;
    if (node.kind == YamlNode::Kind::scalar) { return node.text; }
    const bool map = node.kind == YamlNode::Kind::map;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        out += (i == 0 ? "" : ", ") + (map ? node.keys[i].text + ": " : std::string{}) + told(node.items[i]);
    }
    return map ? "{" + out + "}" : "[" + out + "]";
}

std::string read(const std::string& text) {
    const auto root = read_yaml(SourceText{"test.yaml", text});
    return root ? told(*root) : "nothing";
}

/// "2:3 what is wrong"; "read" when nothing is.
std::string refused(const std::string& text, const YamlLimits& limits = {}) {
    try {
        (void)read_yaml(SourceText{"test.yaml", text}, limits);
    } catch (const Refusal& refusal) {
        CHECK(refusal.kind() == RefusalKind::settings);
        const auto& problem = refusal.problems().at(0);
        REQUIRE(problem.place);
        return std::to_string(problem.place->line) + ":" + std::to_string(problem.place->column) + " " +
               problem.message;
    }
    return "read";
}

std::string nested(std::size_t depth, const std::string& open, const std::string& close) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) { text += open; }
    for (std::size_t i = 0; i < depth; ++i) { text += close; }
    return text;
}

}  // namespace

TEST_CASE("Maps, lists and scalars are read, in both styles") {
    CHECK(read("a: 1\nb:\n  - x\n  - {c: d, e: [f, g]}\n") == "{a: 1, b: [x, {c: d, e: [f, g]}]}");
    CHECK(read("# only a comment\n") == "nothing");
    CHECK(read("") == "nothing");
    CHECK(read("note: |\n  two\n  lines\n") == "{note: two\nlines}");
}

TEST_CASE("Every scalar is the text that was written") {
    CHECK(read("[NO, 010, 0x1F, 1e3, .inf, 22:30, 1.0, true, 2026-12-01]") ==
          "[NO, 010, 0x1F, 1e3, .inf, 22:30, 1.0, true, 2026-12-01]");
    CHECK(read("[9223372036854775808, 1e400]") == "[9223372036854775808, 1e400]");
    CHECK(read("{a: ~, b: , c: '', d: null}") == "{a: , b: , c: , d: null}");
    CHECK(read("name: Null") == "{name: Null}");
    CHECK(read("'90834': \"150.00\"") == "{90834: 150.00}");
}

TEST_CASE("Nodes know their places; an empty value has its key's") {
    const auto root = read_yaml(SourceText{"test.yaml", "a: 1\nbb:   two\nempty:\nlast: x\n"});
    REQUIRE(root);
    const auto* two = root->find("bb");
    REQUIRE(two != nullptr);
    CHECK(two->line == 2);
    CHECK(two->column == 7);
    CHECK(root->find("empty")->line == 3);
    CHECK(root->find("missing") == nullptr);
}

TEST_CASE("A byte order mark and DOS line ends do no harm") {
    CHECK(read("\xef\xbb\xbf"
               "a: 1\r\nb: 2\r\n") == "{a: 1, b: 2}");
}

TEST_CASE("What settings do not need is refused at its place") {
    CHECK(refused("a: &x 1") == "1:4 anchors (&) and aliases (*) are not read here");
    CHECK(refused("a: 1\nb: *x") == "2:4 anchors (&) and aliases (*) are not read here");
    CHECK(refused("&a [*a]") == "1:1 anchors (&) and aliases (*) are not read here");
    CHECK(refused("a: !!int 1") == "1:4 tags (!) are not read here");
    CHECK(refused("a: !x {b: c}") == "1:4 tags (!) are not read here");
    CHECK(refused("a: 1\n---\nb: 2\n") == "2:1 a second document begins here");
    CHECK(refused("a: 1\nb: 2\na: 3\n") == "3:1 the key 'a' is here twice");
    CHECK(refused("{a: 1, 'a': 2}") == "1:8 the key 'a' is here twice");
    CHECK(refused("? [a, b]\n: c\n") == "1:3 a key must be a word");
    CHECK(refused("'': c\n") == "1:1 a key must be a word");
}

TEST_CASE("An alias bomb is refused at its first anchor") {
    const std::string bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n";
    CHECK(refused(bomb) == "1:4 anchors (&) and aliases (*) are not read here");
}

TEST_CASE("Malformed YAML is told in plain words") {
    CHECK(refused("[:") == "1:2 this is not valid YAML");
    CHECK(refused("{a: 1") == "1:1 a { is not closed, or a comma is missing");
    CHECK(refused("a: [1,\n  2\n") == "2:1 a [ is not closed, or a comma is missing");
    CHECK(refused("a: ]") == "1:4 a ] or } closes nothing");
    CHECK(refused("a:\n\tb: 1\n") == "2:3 a tab is used for indentation");
    CHECK(refused("a: b: c") == "1:5 a ':' is not expected here");
    CHECK(refused("a: \"\\q\"") == "1:7 a backslash in double quotes begins an unknown escape");
    CHECK(refused("- a\nb: 1\n").substr(0, 4) == "2:1 ");
    CHECK(refused("!2 x") == "1:1 tags (!) are not read here");
    CHECK(refused("%YAML 9.9\n--- a") != "read");
}

TEST_CASE("An open quote does not swallow the rest of the file") {
    CHECK(refused("a: \"open\nb: 1\n") == "2:5 a quote before this place is not closed");
    CHECK(refused("a: 'open\nb: 1\n\n") == "2:5 a quote before this place is not closed");
    CHECK(refused("a: \"open\n---\nb: 1\n") != "read");
}

TEST_CASE("Depth, number and size are limited") {
    CHECK(refused(nested(600, "[", "]")) == "1:33 lists and maps are nested deeper than 32 levels");
    CHECK(refused(nested(100'000, "[", "]")) == "1:33 lists and maps are nested deeper than 32 levels");
    CHECK(refused(nested(600, "{a: ", "}")) != "read");
    CHECK(refused(nested(600, "- ", "")) != "read");
    CHECK(refused(nested(600, "? ", "")) != "read");
    CHECK(refused("[a, b, c, d]", {.nodes = 3}) == "1:8 there are too many values in this file");
    CHECK(refused("a: " + std::string(70'000, 'x')) == "1:4 this value is longer than 64 kB");
}

TEST_CASE("Characters that cannot be seen are refused, written out or escaped") {
    CHECK(refused("a: \x1b[2J") == "1:4 this line holds a character that cannot be seen, U+001B");
    CHECK(refused("a: 1\nb: \xc2\x9b") == "2:4 this line holds a character that cannot be seen, U+009B");
    CHECK(refused("a: \xe2\x80\xae") == "1:4 this line holds a character that cannot be seen, U+202E");
    CHECK(refused("a: \xe2\x80\xa8") == "1:4 this line holds a character that cannot be seen, U+2028");
    CHECK(refused("a: 1\rb: 2\r") == "1:5 this line holds a character that cannot be seen, U+000D");
    CHECK(refused("a: \"\\x1b[2J\"") == "1:4 this value holds a character that cannot be seen, U+001B");
    CHECK(refused("a: \"\\u202e\"") == "1:4 this value holds a character that cannot be seen, U+202E");
    CHECK(refused("a: \"\\0\"") == "1:4 this value holds a character that cannot be seen, U+0000");
    CHECK(refused("a: \"\\ud800\"") != "read");
}

TEST_CASE("Bytes that are not UTF-8 are refused at their place") {
    for (const auto* bytes : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe2\x82", "\xe0\x80\x80"}) {
        CHECK(refused("a: 1\nb: x" + std::string{bytes}) == "2:5 this line is not valid UTF-8");
    }
}

TEST_CASE("A place shows its line, unless that is too long for a screen") {
    const SourceText source{"test.yaml", "first\r\nsecond\n" + std::string(1000, 'x') + "\n"};
    CHECK(source.place(1, 2).text == "first");
    CHECK(source.place(2, 1).text == "second");
    CHECK(source.place(3, 1).text.empty());
    CHECK(source.place(99, 1).text.empty());
    CHECK(source.place(2, 1).file == "test.yaml");
}
