// SPDX-License-Identifier: MIT
// What a file was made of, and by which practice, noted on the file itself (as an extended attribute, where the file
// system has these): whoever would make it of the same again need not. A file that was written to since has no seal
// that counts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace practice::app {

/// How many things the file holds, when it was made of `made_of` and not touched since; nullopt otherwise.
[[nodiscard]] std::optional<std::size_t> sealed_count(const std::string& path, std::string_view made_of);

/// Whose the file is, as mark_as_of() noted; empty where nothing is known.
[[nodiscard]] std::string owner_noted_on(const std::string& path);
/// `practice`: what stands for it, no more than 100 bytes.
void mark_as_of(const std::string& path, std::string_view practice);

/// Notes it. Where that is not possible nothing happens: the file is then made anew and compared each time.
void seal_file(const std::string& path, std::string_view made_of, std::size_t count);

}  // namespace practice::app
