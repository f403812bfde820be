# What `cmake --install` puts where, in two components: the program with its manual, completions and documents, and the
# core for other C++ programs: find_package(practice).
include(CMakePackageConfigHelpers)

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)
install(TARGETS practice RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
file(GLOB practice_manuals CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/man/*.[1-8])
foreach(manual IN LISTS practice_manuals)
  string(REGEX MATCH "[1-8]$" section ${manual})
  install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
endforeach()
# The README without links to what is for those who have the sources only.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/README.md)
file(READ README.md practice_readme)
string(REPLACE "[CONTRIBUTING.md](CONTRIBUTING.md)" "CONTRIBUTING.md of the sources" practice_readme "${practice_readme}")
string(REPLACE "[LICENSE](LICENSE)" "[copyright](copyright)" practice_readme "${practice_readme}")
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/README.md "${practice_readme}")
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/README.md CHANGELOG.md ERRORS.md BENCHMARKS.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The core: the domain, and the time zones of the system for it.
set(practice_package ${CMAKE_INSTALL_LIBDIR}/cmake/practice)
target_compile_features(practice_domain PUBLIC cxx_std_20)
# In files of their own, since only the second asks for another library.
foreach(part Domain Time)
  string(TOLOWER ${part} name)
  set_target_properties(practice_${name} PROPERTIES EXPORT_NAME ${name})
  install(TARGETS practice_${name} EXPORT practice${part} COMPONENT development
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT practice${part} NAMESPACE practice:: FILE practice${part}.cmake DESTINATION ${practice_package}
    COMPONENT development)
endforeach()
install(DIRECTORY include/practice DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  FILES_MATCHING PATTERN *.h PATTERN feeds EXCLUDE PATTERN settings EXCLUDE PATTERN exchange EXCLUDE)
# What the program does, without its command line. Its headers name each other as they do here: they have a folder of their
# own, with what they include.
foreach(part Store Ical Config Text App)
  string(TOLOWER ${part} name)
  set_target_properties(practice_${name} PROPERTIES EXPORT_NAME ${name})
  install(TARGETS practice_${name} EXPORT practiceApp COMPONENT development
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} ${CMAKE_INSTALL_INCLUDEDIR}/practice-app)
endforeach()
install(EXPORT practiceApp NAMESPACE practice:: DESTINATION ${practice_package} COMPONENT development)
install(DIRECTORY include/practice DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/practice-app COMPONENT development
  FILES_MATCHING REGEX "/(feeds|settings|exchange)/[^/]*\\.h$")
file(GLOB_RECURSE practice_named CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/src src/app/*.h)
set(practice_headers time/zone_database.h)
while(practice_named)
  list(POP_FRONT practice_named header)
  if(header IN_LIST practice_headers)
    continue()
  endif()
  list(APPEND practice_headers ${header})
  file(STRINGS src/${header} includes REGEX "^#include \"[a-z]+/")
  foreach(line IN LISTS includes)
    string(REGEX REPLACE "^#include \"(.*)\".*$" "\\1" included ${line})
    if(EXISTS ${CMAKE_SOURCE_DIR}/src/${included})
      list(APPEND practice_named ${included})
    endif()
  endforeach()
endwhile()
foreach(header IN LISTS practice_headers)
  get_filename_component(folder ${header} DIRECTORY)
  install(FILES src/${header} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/practice-app/${folder} COMPONENT development)
endforeach()
set(practice_core_documents ${CMAKE_INSTALL_DATAROOTDIR}/doc/libpractice-dev)
install(FILES include/practice/README.md CHANGELOG.md DESTINATION ${practice_core_documents} COMPONENT development)
install(FILES LICENSE DESTINATION ${practice_core_documents} RENAME copyright COMPONENT development)
install(DIRECTORY examples/clash examples/office DESTINATION ${practice_core_documents}/examples COMPONENT development)
install(FILES src/time/zone_database.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/practice/time COMPONENT development)
configure_package_config_file(cmake/practiceConfig.cmake.in practiceConfig.cmake
  INSTALL_DESTINATION ${practice_package})
write_basic_package_version_file(practiceConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/practiceConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/practiceConfigVersion.cmake
  cmake/find_library.cmake DESTINATION ${practice_package} COMPONENT development)
