// SPDX-License-Identifier: MIT
// Texts as a calendar file may hold them. libical lets line breaks through in some properties, where they
// would add lines of their own to the file.
#pragma once

#include <string>
#include <string_view>

namespace practice::ical {

/// Control characters (line breaks, U+2028 and U+2029 too) as spaces, bytes that are not UTF-8 as U+FFFD.
[[nodiscard]] std::string one_line(std::string_view text);
/// As it goes out: so are those that turn the direction of writing round, which no stored text has unless somebody
/// altered the database.
[[nodiscard]] std::string written_line(std::string_view text);
/// That for a calendar's name, also without commas, semicolons and backslashes: programs differ in how they
/// read them there.
[[nodiscard]] std::string calendar_name(std::string_view text);
/// And for a link: a URI has no spaces or control characters; they are left out.
[[nodiscard]] std::string link(std::string_view text);

}  // namespace practice::ical
