# The completions of the three shells: one source in completions/, in the program and where the shells look.
set(practice_completions ${CMAKE_SOURCE_DIR}/completions)
file(READ ${practice_completions}/practice.bash practice_completion_bash)
file(READ ${practice_completions}/_practice practice_completion_zsh)
file(READ ${practice_completions}/practice.fish practice_completion_fish)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${practice_completions}/practice.bash
  ${practice_completions}/_practice ${practice_completions}/practice.fish)
configure_file(${CMAKE_SOURCE_DIR}/cmake/completion_scripts.cpp.in ${CMAKE_BINARY_DIR}/completion_scripts.cpp @ONLY)
target_sources(practice_cli PRIVATE ${CMAKE_BINARY_DIR}/completion_scripts.cpp)

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)
install(FILES ${practice_completions}/practice.bash RENAME practice
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
# Debian's zsh looks at the first in /usr, at the second in /usr/local.
foreach(folder vendor-completions site-functions)
  install(FILES ${practice_completions}/_practice DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${folder})
endforeach()
install(FILES ${practice_completions}/practice.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
