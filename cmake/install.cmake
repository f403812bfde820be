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
install(FILES README.md CHANGELOG.md ERRORS.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The core: the domain, and the time zones of the system for it.
set(practice_package ${CMAKE_INSTALL_LIBDIR}/cmake/practice)
set_target_properties(practice_domain PROPERTIES EXPORT_NAME domain)
set_target_properties(practice_time PROPERTIES EXPORT_NAME time)
target_compile_features(practice_domain PUBLIC cxx_std_20)
install(TARGETS practice_domain practice_time EXPORT practice COMPONENT development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT practice NAMESPACE practice:: FILE practiceTargets.cmake DESTINATION ${practice_package}
  COMPONENT development)
install(DIRECTORY include/practice DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES src/time/zone_database.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/practice/time COMPONENT development)
configure_package_config_file(cmake/practiceConfig.cmake.in practiceConfig.cmake
  INSTALL_DESTINATION ${practice_package})
write_basic_package_version_file(practiceConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/practiceConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/practiceConfigVersion.cmake
  cmake/find_library.cmake DESTINATION ${practice_package} COMPONENT development)
