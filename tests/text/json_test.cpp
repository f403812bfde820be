// SPDX-License-Identifier: MIT
#include "text/json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace practice::text;

TEST_CASE("JSON never holds what a terminal obeys, and means the same") {
    for (const std::string text :
         {"a\x1b[2J", "\xc2\x9b", "\x7f", "\xe2\x80\xae", "\xe2\x80\xa8", "\xe2\x81\xa6", "\xd8\x9c", "\t\n\r"}) {
        const auto written = json_string(text);
        CAPTURE(written);
        CHECK(std::none_of(written.begin(), written.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte < 0x20 || byte >= 0x7f;
        }));
        CHECK(Json::parse(written).get<std::string>() == text);
    }
    CHECK(json_string("Zoë Müller 秀珍") == "\"Zoë Müller 秀珍\"");
}

TEST_CASE("Bytes that are not UTF-8 are replaced, not thrown at") {
    CHECK(json_string("a\xff") == "\"a\xef\xbf\xbd\"");
}

TEST_CASE("Fields keep the order in which they were added") {
    Json object;
    object["z"] = 1;
    object["a"] = nullptr;
    CHECK(json_line(object) == R"({"z":1,"a":null})");
}

TEST_CASE("Finished objects become an array, or lines") {
    CHECK(json_array({}) == "[]\n");
    CHECK(json_array({"{}"}) == "[{}]\n");
    CHECK(json_array({"1", "2"}) == "[1,\n 2]\n");
    CHECK(json_lines({}).empty());
    CHECK(json_lines({"1", "2"}) == "1\n2\n");
}
