# SPDX-License-Identifier: MIT
# Writes the C++ file behind help_pages(): cmake -DPAGES="man/help/dates.txt;..." -DTO=help_pages.cpp -P help_pages.cmake
set(rows "")
foreach(page IN LISTS PAGES)
  get_filename_component(name ${page} NAME_WE)
  file(READ ${page} text)
  string(APPEND rows "    {\"${name}\", R\"page(${text})page\"},\n")
endforeach()
file(WRITE ${TO} "// Made from man/help when the program is built.
#include <array>

#include \"cli/help/help_topics.h\"

namespace practice::cli {

std::span<const HelpPage> help_pages() {
    static constexpr auto pages = std::to_array<HelpPage>({
${rows}    });
    return pages;
}

}  // namespace practice::cli
")
