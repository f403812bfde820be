# Finds a library that has no CMake file of its own, as the imported target `target`; with REQUIRED behind them, or it ends
# there. Installed too: whoever finds practice has to find its libraries.
function(practice_find_library target header library)
  if(TARGET ${target})
    return()
  endif()
  find_path(${library}_INCLUDE_DIR ${header} ${ARGN})
  find_library(${library}_LIBRARY ${library} ${ARGN})
  mark_as_advanced(${library}_INCLUDE_DIR ${library}_LIBRARY)
  if(NOT ${library}_INCLUDE_DIR OR NOT ${library}_LIBRARY)
    return()
  endif()
  add_library(${target} UNKNOWN IMPORTED)
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${${library}_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${${library}_INCLUDE_DIR})
endfunction()
