# For the build of mutants: no warnings where these are made, and the standard headers compiled once.
function(practice_quick_mutants)
  target_compile_options(practice_domain PRIVATE -w)
  target_precompile_headers(practice_domain PRIVATE <algorithm> <array> <chrono> <functional> <map> <memory> <optional>
    <set> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>)
endfunction()
cmake_language(DEFER CALL practice_quick_mutants)
