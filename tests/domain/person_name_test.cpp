// SPDX-License-Identifier: MIT
#include "practice/person_name.h"

#include <catch2/catch.hpp>

#include "practice/plain_text.h"

using namespace practice;

namespace {

/// The folded forms are written out here: folding itself is tested in tests/text.
SearchName name(std::string_view text, std::string_view folded = {}) {
    return {std::string{text}, folded.empty() ? small_letters(text) : std::string{folded}};
}

const std::vector<SearchName>& people() {
    static const std::vector<SearchName> list{
        name("Jo Smith"),
        name("Al Smithson"),
        name("Anna Berg"),
        name("Anna Maria Holmgren Nilsson"),
        name("Ana Luísa Batista", "ana luisa batista"),
        name("Luisa Nilsson"),
        name("秀珍 石"),
        name("国辉"),
        name("Kali O'Connell-Fisher"),
        name("Régis Roger", "regis roger"),
    };
    return list;
}

std::string found(const std::vector<std::size_t>& indices) {
    std::string text;
    for (const auto index : indices) { text += (text.empty() ? "" : "; ") + people().at(index).text; }
    return text;
}

}  // namespace

TEST_CASE("The best level decides: exact, then folded, then a prefix") {
    struct Row {
        SearchName typed;
        const char* who;
    };
    const Row rows[] = {
        {name("Jo Smith"), "Jo Smith"},
        {name("Smith, Jo"), "Jo Smith"},
        {name("Smith"), "Jo Smith"},  // although Al Smithson exists
        {name("smith"), "Jo Smith"},
        {name("JO"), "Jo Smith"},
        {name("smi"), "Jo Smith; Al Smithson"},
        {name("smiths"), "Al Smithson"},
        {name("smith, a"), "Al Smithson"},
        {name("a smith"), "Al Smithson"},
        {name("Anna"), "Anna Berg; Anna Maria Holmgren Nilsson"},
        {name("Anna Maria"), "Anna Maria Holmgren Nilsson"},
        {name("Holmgren Nilsson"), "Anna Maria Holmgren Nilsson"},
        {name("Nilsson"), "Anna Maria Holmgren Nilsson; Luisa Nilsson"},
        {name("Nilsson, Anna"), "Anna Maria Holmgren Nilsson"},
        {name("Holmgren, a"), "Anna Maria Holmgren Nilsson"},
        {name("anna nil"), "Anna Maria Holmgren Nilsson"},
        {name("Ana Luísa", "ana luisa"), "Ana Luísa Batista"},
        {name("ana luisa"), "Ana Luísa Batista"},
        {name("Luisa"), "Luisa Nilsson"},  // not Ana Luísa: hers is a middle name
        {name("Regis"), "Régis Roger"},
        {name("石"), "秀珍 石"},
        {name("秀珍 石"), "秀珍 石"},
        {name("国"), "国辉"},
        {name("fisher"), "Kali O'Connell-Fisher"},
        {name("o'con"), "Kali O'Connell-Fisher"},
        {name("Smith,"), "Jo Smith"},
        {name("国辉,"), "国辉"},
        {name("Maria"), "Anna Maria Holmgren Nilsson"},
        {name("smith jo"), "Jo Smith"},  // a full name in any order
        {name("kali oconnell fisher"), "Kali O'Connell-Fisher"},
        {name("oconnellfisher"), "Kali O'Connell-Fisher"},
        {name("Kali O\xE2\x80\x99"
              "Connell-Fisher"),
         "Kali O'Connell-Fisher"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed.text);
        CHECK(found(match_name(row.typed, people())) == row.who);
    }
}

TEST_CASE("How well a name is meant") {
    using enum NameLevel;
    struct Row {
        const char* typed;
        const char* name;
        std::optional<NameLevel> level;
    };
    const Row rows[] = {
        {"Juan de la Cruz", "de la Cruz, Juan", exact_full},
        {"juan de la cruz", "de la Cruz, Juan", full},
        {"cruz, juan", "Juan Cruz", full},
        {"cruz, juan", "Juan de la Cruz", part},
        {"Cruz", "de la Cruz, Juan", exact_part},
        {"juan", "de la Cruz, Juan", part},
        {"obriain", "Sean O'Briain", part},
        {"sean obriain", "Sean O'Briain", full},
        {"darcy", "Rae D'Arcy", part},
        {"d'arcy", "Rae Darcy", part},
        {"anna maria lee", "Anna-Maria Lee", full},
        {"annamaria lee", "Anna-Maria Lee", full},
        {"anna-maria lee", "Anna Maria Lee", full},
        {"maria", "Anna-Maria Lee", beginning},
        {"bob", "Robert \"Bob\" Tables", part},
        {"Bob", "Robert \"Bob\" Tables", exact_part},
        {"Bob", "Robert 'Bob' Tables", exact_part},
        {"Bob", "Robert (Bob) Tables", exact_part},
        {"bob tables", "Robert \"Bob\" Tables", full},
        {"robert tables", "Robert \"Bob\" Tables", full},
        {"bob", "Bobby Droptable", beginning},
        {"smith", "Jo Smith Jr.", part},
        {"jo smith", "Jo Smith, PhD", part},
        {"jo smith phd", "Jo Smith, Ph.D.", full},
        {"ma", "Yo-Yo Ma", part},
        {"Anna Smith", "Anna Smithson", beginning},
        {"Anna Smith", "Anna Smith", exact_full},
        {"smith anna", "Anna Smith", full},
        {"ann smith", "Anna Smith", beginning},
        {"smith ann", "Anna Smith", std::nullopt},
        {"thooft", "Gerard 't Hooft", part},
        {"'t hooft", "Gerard 't Hooft", part},
        {"o brien", "Pat O'Brien", part},
        {"brien", "Pat O'Brien", part},
        {"pat o brien", "Pat O'Brien", full},
        {"o'brien, pat", "Pat O Brien", full},
        {"obrien", "Pat O Brien", part},
        {"o br", "Pat O'Brien", beginning},
        {"vandyke", "Mary van Dyke", part},
        {"van dyke", "Mary Vandyke", part},
        {"delacruz, juan", "de la Cruz, Juan", full},
        {"mc donald", "Jo McDonald", part},
        {"oconnell fisher", "Kali O'Connell-Fisher", part},
        {"o connell fisher", "Kali O'Connell-Fisher", part},
        {"oneil", "Jo One", std::nullopt},
        {"jo anderson", "Joan Derson", std::nullopt},
        {"jo poe", "Jo Poe, CRNP", part},
        {"poe, jo", "Jo Poe PA-C", part},
        {"roe", "Ann Roe, MS, CCC-SLP", part},
        {"garcia, ot", "Otto Garcia", beginning},
        {"lac, anh", "Anh Lac", full},
        {"'", "O'Brien", std::nullopt},
        {"\"\"", "Robert \"Bob\" Tables", std::nullopt},
        {"-", "Anna-Maria Lee", std::nullopt},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed, row.name);
        CHECK(NameQuery{name(row.typed)}.level(name(row.name)) == row.level);
    }
}

TEST_CASE("An index by words finds everybody who is meant") {
    for (const auto* typed : {"oconnell", "o connell", "connell", "o'con", "fisher", "connell", "anna maria", "maria",
                              "smith, j", "roger regis"}) {
        const NameQuery query{name(typed)};
        for (const auto& person : people()) {
            if (!query.level(person)) { continue; }
            CAPTURE(typed, person.text);
            const auto words = index_words(person.folded);
            CHECK(std::any_of(words.begin(), words.end(),
                              [&](const std::string& word) { return word.starts_with(query.first_word()); }));
        }
    }
}

TEST_CASE("A code is the family name, without titles and particles") {
    struct Row {
        const char* name;
        const char* code;
    };
    const Row rows[] = {{"dana lee", "lee"},         {"dana lee, phd", "lee"},
                        {"dr. dana lee jr.", "lee"}, {"lee, dana", "lee"},
                        {"ana de la cruz", "cruz"},  {"cruz, ana de la", "cruz"},
                        {"ana cruz de la", "cruz"},  {"dana lee, ma", "lee"},
                        {"yo-yo ma", "ma"},          {"sean o'brien, m.d.", "o'brien"},
                        {"prof. orr", "orr"},        {"", ""}};
    for (const auto& row : rows) {
        CAPTURE(row.name);
        CHECK(small_letters(code_of_name(row.name)) == row.code);
    }
}

TEST_CASE("What stands behind a name is no code: degrees, licences, firms") {
    // "pa-c", "crnp" and "pllc" were codes once.
    for (const auto* behind : {"PA",
                               "PA-C",
                               ", PA",
                               ", CRNP",
                               "CRNP",
                               ", PLLC",
                               "PLLC",
                               ", Psy.D., PLLC",
                               "OTR/L",
                               ", MOT, OTR/L",
                               "BCBA-D",
                               ", MS, CCC-SLP",
                               "LCSW-R",
                               ", LMHC, NCC",
                               ", DNP, APRN, FNP-BC",
                               ", APRN PMHNP-BC",
                               "R.N.",
                               "M.A.",
                               "MA",
                               ", MA LPC",
                               "Ed.D.",
                               ", M.Ed., LPC-S",
                               "D.O.",
                               "MD",
                               ", LLC",
                               "Inc.",
                               "LICSW",
                               "LCPC",
                               "LMFT",
                               "III",
                               "Jr."}) {
        CAPTURE(behind);
        CHECK(code_of_name(std::string{"Ann Doe"} + (behind[0] == ',' ? "" : " ") + behind) == "Doe");
    }
    for (const auto* name : {"Yo-Yo Ma", "Anh Do", "Pa Xiong Pa", "YO-YO MA", "Ma, Yo-Yo", "Anh Lac", "Thi Le"}) {
        CAPTURE(name);
        const auto code = small_letters(code_of_name(name));
        CHECK((code == "ma" || code == "do" || code == "pa" || code == "lac" || code == "le"));
    }
}

TEST_CASE("A family name of one letter has the given name before it in the code") {
    CHECK(code_of_name("Bo Q") == "BoQ");
    CHECK(code_of_name("Q, Bo") == "BoQ");
    CHECK(code_of_name("Dr. Li O, PhD") == "LiO");
    CHECK(code_of_name("E. E.") == "E.E.");
    CHECK(code_of_name("Q") == "Q");
}

TEST_CASE("What is nobody's name finds nobody") {
    for (const auto* typed : {"", " ", ",", "Smyth", "berg ann", "jo smithson", "%", "_", "*", ".*", "石田"}) {
        CAPTURE(typed);
        CHECK(found(match_name(name(typed), people())).empty());
    }
}

TEST_CASE("A whole family name behind an initial does not outweigh a longer one: both are prefixes") {
    const std::vector<SearchName> two{name("Anna Smith"), name("Al Smithson")};
    CHECK(match_name(name("a smith"), two).size() == 2);
    CHECK(match_name(name("an smith"), two) == std::vector<std::size_t>{0});
}

TEST_CASE("A search finds what any step finds") {
    CHECK(found(search_names(name("smith"), people())) == "Jo Smith; Al Smithson");
    CHECK(found(search_names(name("luisa"), people())) == "Ana Luísa Batista; Luisa Nilsson");
    CHECK(search_names(name(""), people()).empty());
}

TEST_CASE("Two of one name are both found") {
    const std::vector<SearchName> twins{name("Jo Smith"), name("Jo Smith")};
    CHECK(match_name(name("jo smith"), twins) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("Hints are near in spelling, and silent when nothing is near") {
    struct Row {
        const char* typed;
        std::vector<std::string> hints;
    };
    const std::vector<std::string> words{"session", "client",     "professional", "room",
                                         "service", "recurrence", "calendar",     "restore"};
    const Row rows[] = {
        {"sesion", {"session"}},
        {"clinet", {"client"}},
        {"profesional", {"professional"}},
        {"ROOM", {"room"}},
        {"prof", {"professional"}},
        {"sevrice", {"service"}},
        {"romo", {"room"}},
        {"calender", {"calendar"}},
        {"xyzzy", {}},
        {"", {}},
        {"q", {}},
        {"currence", {"recurrence"}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(nearest(row.typed, words) == row.hints);
    }
    CHECK(nearest("Smtih", {"Anna Berg", "Jo Smith", "Al Smithson"}).at(0) == "Jo Smith");
    CHECK(nearest("anna", {"Anna A", "Anna B", "Anna C", "Anna D"}, 2).size() == 2);
    CHECK(nearest(std::string(1'000'000, 'a'), {std::string(1'000'000, 'a')}).empty());
    CHECK(nearest("session", {std::string(1'000'000, 'a')}).empty());
}

TEST_CASE("one full name is the same however it is written, whichever of two has the nickname") {
    struct Row {
        SearchName one;
        SearchName other;
        bool same;
    };
    const Row rows[] = {
        {name("anna smith"), name("Anna Smith"), true},
        {name("Smith, Anna"), name("Anna Smith"), true},
        {name("Zoe Muller"), name("Zoë Müller", "zoe muller"), true},
        {name("Anna Smith-Jones"), name("anna smith jones"), true},
        {name("OBrien, Pat"), name("Pat O'Brien"), true},
        {name("Robert \"Bob\" Tables"), name("Robert Tables"), true},
        {name("Robert Tables"), name("Robert \"Bob\" Tables"), true},
        {name("Anna Smith"), name("Anna Smithson"), false},
        {name("Anna"), name("Anna Smith"), false},
        {name("Anna Maria Smith"), name("Anna Smith"), false},
        {name(""), name(""), false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.one.text, row.other.text);
        CHECK(NameQuery{row.one}.is_same(row.other) == row.same);
        CHECK(NameQuery{row.other}.is_same(row.one) == row.same);
    }
}
