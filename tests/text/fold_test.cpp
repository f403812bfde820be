// SPDX-License-Identifier: MIT
#include "text/fold.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "support/refused.h"

using namespace practice;
using namespace practice::text;
using practice::test::refused;

namespace {

/// Text of letters that folding and drawing treat specially, mixed with plain ones.
rc::Gen<std::string> letters() {
    static const std::vector<std::string> drawn{"a",        "B",    "é",      "e\u0301", "Đ",      "ø",
                                                "ß",        "İ",    "ı",      "ﬁ",       "Ǿ",      "が",
                                                "か\u3099", "한",   "한",     "क्षि",     "ก็",      " ",
                                                "\u00a0",   "’",    "‐",      "\u200d",  "👩",      "👩‍👩‍👧",
                                                "\ufe0f",   "❤",    "🇺🇸",     "石",      "\u0300", "\u0327",
                                                "\u00ad",   "\x1b", "\u202e", "™",       "Å",      "ǆ"};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(drawn)),
                        [](const std::vector<std::string>& parts) {
                            std::string text;
                            for (const auto& part : parts) { text += part; }
                            return text;
                        });
}

}  // namespace

TEST_CASE("Names fold to what people type without their keyboard") {
    struct Row {
        const char* name;
        const char* folded;
    };
    const Row rows[] = {
        {"Anna Smith", "anna smith"},
        {"  Anna \t Smith ", "anna smith"},
        {"Adán Nieto Campos", "adan nieto campos"},
        {"Xuân Bình Đào", "xuan binh dao"},
        {"Phú Hưng Lý", "phu hung ly"},
        {"Eliasz Jaśkiewicz", "eliasz jaskiewicz"},
        {"Michał Wałęsa", "michal walesa"},
        {"Adık Bozdoğan", "adik bozdogan"},
        {"İpek IŞIK", "ipek isik"},
        {"Søren Kjærgård", "soren kjaergard"},
        {"Þóra Guðmundsdóttir", "thora gudmundsdottir"},
        {"Jürgen Groß", "jurgen gross"},
        {"GROẞ", "gross"},
        {"Œuvrard", "oeuvrard"},
        {"Ħaż-Żebbuġ", "haz-zebbug"},
        {"Ŋuni Ŧ", "nuni t"},
        {"Kali O’Connell‐Fisher", "kali o'connell-fisher"},
        {"Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"},
        {"Éa e\u0301a", "ea ea"},
        {"Ǿ", "o"},
        {"秀珍 石", "秀珍 石"},
        {"が", "が"},  // another letter, not an accent
        {"김민수", "김민수"},
        {"कमला", "कमला"},
        {"Ελένη", "ελενη"},
        {"Йосиф", "иосиф"},
        {"שָׁלוֹם", "שלום"},
        {"", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.name);
        CHECK(fold(row.name) == row.folded);
    }
}

TEST_CASE("A name is kept composed, with single spaces") {
    const auto name = search_name("  Re\u0301gis   Roger ");
    CHECK(name.text == "Régis Roger");
    CHECK(name.folded == "regis roger");
    CHECK(search_name("Re\u0327\u0301gis").text == search_name("Re\u0301\u0327gis").text);
}

TEST_CASE("Folding twice changes nothing, and spelling a letter in two ways neither") {
    CHECK(rc::check([] {
        const std::string text = *letters();
        RC_ASSERT(fold(fold(text)) == fold(text));
        RC_ASSERT(fold(search_name(text).text) == fold(text));
        RC_ASSERT(search_name(search_name(text).text) == search_name(text));
    }));
}

TEST_CASE("Text that may not be stored is refused without being repeated") {
    struct Row {
        std::string text;
        const char* refusal;
    };
    const Row rows[] = {
        {"a\x1b]0;evil\x07", "the name has a control character (U+001B, character 2) | leave it out"},
        {std::string{"a\0b", 3}, "the name has a control character (U+0000, character 2) | leave it out"},
        {"a\nb", "the name has a line break or tab (U+000A, character 2) | leave it out"},
        {"a\u009b", "the name has a control character (U+009B, character 2) | leave it out"},
        {"é\u202eb",
         "the name has a character that reverses the direction of writing (U+202E, character 2) | leave it out"},
        {"a\u2028", "the name has a line separator (U+2028, character 2) | leave it out"},
        {"a\xff", "the name is not valid UTF-8 (at character 2) | save the text as UTF-8"},
        {"\xc0\x80", "the name is not valid UTF-8 (at character 1) | save the text as UTF-8"},
        {"\xed\xa0\x80", "the name is not valid UTF-8 (at character 1) | save the text as UTF-8"},
        {std::string(501, 'a'), "the name is too long: 501 bytes, at most 500 are kept | "},
    };
    for (const auto& row : rows) {
        CHECK(refused([&] { return check_text(row.text, "the name"), 0; }) == row.refusal);
    }
    std::string marks = "a";
    for (int i = 0; i < 200; ++i) { marks += "\u0300"; }
    CHECK(refused([&] { return check_text(marks, "the name"), 0; }) ==
          "the name has more than 20 marks on one letter (character 22) | leave them out");
}

TEST_CASE("Ordinary text may be stored") {
    for (const auto* text :
         {"", "Anna Smith", "'); DROP TABLE", "--help", "%_\\", "👩‍👩‍👧", "<b>", "\u200fשלום", "Xuân"}) {
        CAPTURE(text);
        CHECK_NOTHROW(check_text(text, "the name"));
    }
    CHECK_NOTHROW(check_text("one\ntwo\tthree", "the note", 500, true));
}

TEST_CASE("Width counts columns, not bytes or letters") {
    struct Row {
        const char* text;
        std::size_t columns;
    };
    const Row rows[] = {
        {"", 0},
        {"abc", 3},
        {"é", 1},
        {"e\u0301", 1},
        {"石", 2},
        {"👩", 2},
        {"👩‍👩‍👧", 2},
        {"👍🏽", 2},
        {"🇺🇸", 2},
        {"❤\ufe0f", 2},
        {"❤", 1},
        {"한", 2},
        {"한", 2},
        {"\u200d", 0},
        {"a\u0300\u0301", 1},
        {"🫜", 2},
        {"\ufe0f", 0},
        {"क", 1},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(width(row.text) == row.columns);
    }
}

TEST_CASE("Text is cut between characters, with a mark") {
    CHECK(cut("Anna Smith", 10) == "Anna Smith");
    CHECK(cut("Anna Smith", 9) == "Anna Smi…");
    CHECK(cut("Anna Smith", 9, true) == "Anna Smi~");
    CHECK(cut("Anna", 1) == "…");
    CHECK(cut("Anna", 0) == "");
    CHECK(cut("秀珍石", 5) == "秀珍…");
    CHECK(cut("秀珍石", 4) == "秀…");  // half a character is left free
    CHECK(cut("ae\u0301b", 2) == "a…");
    CHECK(cut("👩‍👩‍👧👩‍👩‍👧", 3) == "👩‍👩‍👧…");
    CHECK(pad("秀", 4) == "秀  ");
    CHECK(pad("abc", 2) == "abc");
}

TEST_CASE("What reaches a terminal cannot command it") {
    CHECK(harmless("a\x1b[2Jb") == "a\\x1b[2Jb");
    CHECK(harmless("a\u009b\u202e\u2028\u200e") == "a\\u009b\\u202e\\u2028\\u200e");
    CHECK(harmless("a\r\n\tb\x7f") == "a\\r\\n\\tb\\x7f");
    CHECK(harmless("a\xff\xc0") == "a\\xff\\xc0");
    CHECK(harmless("Zoë 👩‍👩‍👧 石") == "Zoë 👩‍👩‍👧 石");
}

TEST_CASE("What goes to programs has nothing that stored text may not have, and is not touched where it is so") {
    for (const std::string data :
         {"", "a,b\r\n\tc\n", "Zoë 👩‍👩‍👧 石, \u200fשלום\n", "{\"name\":\"\\u202e\"}"}) {
        CAPTURE(data);
        CHECK(is_for_programs(data));
        CHECK(for_programs(data) == data);
    }
    for (const auto& [data, written] : {std::pair{"a\x1b[2J\n", "a\\x1b[2J\n"},
                                        {"Zoë\u202eb", "Zoë\\u202eb"},
                                        {"\u2028", "\\u2028"},
                                        {"a\xff", "a\\xff"}}) {
        CAPTURE(data);
        CHECK_FALSE(is_for_programs(data));
        CHECK(for_programs(data) == written);
        CHECK(is_for_programs(written));
    }
}

TEST_CASE("Any bytes can be measured, cut, folded and made harmless") {
    const auto holds = [](const std::string& text, std::size_t columns) {
        const std::string safe = harmless(text);
        RC_ASSERT(harmless(safe) == safe);
        RC_ASSERT(width(cut(safe, columns % 20)) <= columns % 20);
        RC_ASSERT(width(cut(text, columns % 20)) <= columns % 20);
        RC_ASSERT(width(pad(safe, columns % 20)) >= columns % 20);
        (void)search_name(text);
        test::survives([&] { return check_text(text, "it"), 0; });
    };
    CHECK(rc::check(holds));
    CHECK(rc::check([&](std::size_t columns) { holds(*letters(), columns); }));
}

TEST_CASE("A megabyte of marks costs no more than its length") {
    std::string marks = "a";
    for (int i = 0; i < 250'000; ++i) { marks += i % 2 == 0 ? "\u0301" : "\u0327"; }
    CHECK(fold(marks) == "a");
    CHECK(search_name(marks).text.size() == marks.size() - 1);
    CHECK(width(marks) == 1);
    CHECK(cut(marks + "b", 1) == "…");
}
