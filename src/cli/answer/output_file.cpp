// SPDX-License-Identifier: MIT
#include "cli/answer/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "app/cannot_write.h"
#include "practice/refusal.h"

namespace practice::cli {

using app::cannot_write;
using app::why_not_written;

namespace {

void write_all(int descriptor, std::string_view content, const std::string& path) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR) { continue; }
            throw cannot_write(path, errno);
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Removes the temporary file unless it was renamed.
struct Temporary {
    std::string path;
    int descriptor = -1;
    bool kept = false;
    Temporary(std::string name, int open_descriptor) : path{std::move(name)}, descriptor{open_descriptor} {}
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (descriptor >= 0) { ::close(descriptor); }
        if (!kept) { ::unlink(path.c_str()); }
    }
};

std::string random_name() {
    std::random_device device;
    std::string name = ".practice-";
    for (int i = 0; i < 16; ++i) { name += "0123456789abcdef"[device() % 16]; }
    return name;
}

bool is_sink(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) { return false; }
    return S_ISCHR(status.st_mode) && path.starts_with("/dev/");
}

std::filesystem::path folder_of(const std::string& path) {
    const auto folder = std::filesystem::path{path}.parent_path();
    return folder.empty() ? std::filesystem::path{"."} : folder;
}

void refuse_irregular(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
        throw Refusal{RefusalKind::failure, "'" + path + "' is not a regular file and will not be replaced",
                      "name a file, or - for standard output"};
    }
}

}  // namespace

void check_can_write(const std::string& path) {
    if (is_sink(path)) { return; }
    refuse_irregular(path);
    if (::access(folder_of(path).c_str(), W_OK | X_OK) != 0) { throw cannot_write(path, errno); }
}

void write_file(const std::string& path, std::string_view content) {
    if (is_sink(path)) {
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor < 0) { throw cannot_write(path, errno); }
        Temporary open{path, descriptor};
        open.kept = true;
        write_all(descriptor, content, path);
        return;
    }
    refuse_irregular(path);
    const auto beside = folder_of(path) / random_name();
    const int descriptor = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) { throw cannot_write(path, errno); }
    Temporary temporary{beside.string(), descriptor};
    write_all(descriptor, content, path);
    if (::fsync(descriptor) != 0) { throw cannot_write(path, errno); }
    if (::rename(temporary.path.c_str(), path.c_str()) != 0) { throw cannot_write(path, errno); }
    temporary.kept = true;
}

void write_stream(std::ostream& stream, std::string_view content) {
    errno = 0;
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    stream.flush();
    if (stream) { return; }
    if (errno == EPIPE) { throw ReaderGone{}; }
    const int error = errno;
    throw Refusal{RefusalKind::failure,
                  "cannot write to standard output: " + (error != 0 ? why_not_written(error) : "it is closed"),
                  error == EFBIG ? "raise that limit, then try again"
                                 : "free some space there; an answer can also go into a file: -o FILE"};
}

bool page(const std::string& pager, std::string_view content) {
    ::setenv("LESS", "FRX", 0);
    std::FILE* pipe = ::popen(pager.c_str(), "w");
    if (pipe == nullptr) { return false; }
    std::fwrite(content.data(), 1, content.size(), pipe);
    return ::pclose(pipe) == 0;
}

}  // namespace practice::cli
