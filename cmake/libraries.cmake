# The libraries, all of them Debian packages. Those without a CMake file of their own are found here.
find_package(CLI11 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)

include(${CMAKE_CURRENT_LIST_DIR}/find_library.cmake)
practice_find_library(cctz::cctz cctz/time_zone.h cctz REQUIRED)
practice_find_library(utf8proc::utf8proc utf8proc.h utf8proc REQUIRED)
practice_find_library(ical::ical libical/ical.h ical REQUIRED)
practice_find_library(nettle::nettle nettle/sha2.h nettle REQUIRED)
