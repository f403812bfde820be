# `cpack` makes Debian packages of the two components: practice, and libpractice-dev.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME practice)
set(CPACK_PACKAGE_VENDOR practice)
set(PRACTICE_PACKAGER "The practice authors <authors@practice.invalid>" CACHE STRING "Who makes the packages: name and address")
set(CPACK_PACKAGE_CONTACT "${PRACTICE_PACKAGER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/cmake/debian_files.cmake)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME practice)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# What no library's name tells: the calendar library is loaded when it is needed, the time zones are data.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libical3, tzdata")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libpractice-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libcctz-dev, tzdata")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_RECOMMENDS "libsqlitecpp-dev, libsqlite3-dev, libyaml-cpp-dev, libfmt-dev, \
nlohmann-json3-dev, libutf8proc-dev, nettle-dev, libical3")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "It books single and recurring sessions of professionals with their clients, in
rooms, for services with prices, and refuses what clashes. Calendars, feeds,
imports, an undo for every change; for one person, or several on one server.
The package has the program, its manual and completions of bash, zsh and fish.")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "Headers and static libraries for C++ programs, of what decides in practice:
recurrences that never end, exact conflicts, free slots, working hours and
time off, on the wall clocks of any time zone.")
include(CPack)
