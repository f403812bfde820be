// SPDX-License-Identifier: MIT
// A file that is replaced only when its content would change: whoever watches it (a web server, a backup, a
// subscriber) sees no false change.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace practice::app {

/// Give it the content piece by piece, then finish(). As long as the pieces agree with what is in the file,
/// nothing is written at all; from the first difference on the new content grows beside the file, and finish()
/// puts it in its place atomically. Without finish() the file stays as it is.
class ChangedFile {
public:
    enum class Mode { replace, only_look };

    /// A symlink, folder, device or FIFO as `path` is a Refusal(failure).
    ChangedFile(std::string path, Mode mode, mode_t permissions);
    ~ChangedFile();
    ChangedFile(const ChangedFile&) = delete;
    ChangedFile& operator=(const ChangedFile&) = delete;

    void write(std::string_view piece);
    /// Whether the content is another one than before. Makes it durable (unless it was to look only).
    [[nodiscard]] bool finish();

private:
    void leave_old();
    [[nodiscard]] std::size_t read_old(char* into, std::size_t most) const;
    void append(std::string_view piece);

    std::string path_;
    Mode mode_;
    mode_t permissions_;
    int old_ = -1;
    bool same_so_far_ = false;
    std::uintmax_t same_bytes_ = 0;
    std::string beside_;  // the growing new file; empty: none
    int descriptor_ = -1;
};

}  // namespace practice::app
