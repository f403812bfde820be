// SPDX-License-Identifier: MIT
#include "config/text_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "support/temporary_folder.h"

using namespace practice;
using namespace practice::config;

namespace {

class Folder : public test::TemporaryFolder {
public:
    std::filesystem::path file(const std::string& name, const std::string& content) const {
        std::ofstream{path() / name, std::ios::binary} << content;
        return path() / name;
    }
};

/// What is wrong with the file, without its name.
std::string refused(const std::filesystem::path& file, std::size_t most = kLargestTextFile, bool trusted = false) {
    try {
        (void)read_text_file(file, most, trusted);
    } catch (const Refusal& refusal) {
        const auto& message = refusal.problems().at(0).message;
        REQUIRE(message.starts_with(file.string()));
        return message.substr(file.string().size() + 1);
    }
    return "read";
}

}  // namespace

TEST_CASE("A text file is read whole") {
    const Folder folder;
    CHECK(read_text_file(folder.file("a", "one\ntwo")) == "one\ntwo");
    CHECK(read_text_file(folder.file("empty", "")).empty());
}

TEST_CASE("What is no text file is refused with what it is") {
    const Folder folder;
    CHECK(refused(folder.path() / "missing") == "is not there");
    CHECK(refused(folder.path()) == "is a folder");
    CHECK(refused("/dev/zero") == "is not a regular file");
    CHECK(refused("/proc/self/mem") != "read");
    CHECK(refused(folder.file("z", std::string("\x1f\x8b\x08", 3))) == "is compressed");
    CHECK(refused(folder.file("u", std::string("\xff\xfe\x61\x00", 4))) == "is UTF-16 text");
    CHECK(refused(folder.file("n", std::string("a\0b", 3))) == "is not a text file");
}

TEST_CASE("A FIFO is refused at once, not waited for") {
    const Folder folder;
    const auto fifo = folder.path() / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    CHECK(refused(fifo) == "is not a regular file");
}

TEST_CASE("A file that is too large is refused before it is read") {
    const Folder folder;
    const auto sparse = folder.file("sparse", "x");
    std::filesystem::resize_file(sparse, 10'000'000'000);
    CHECK(refused(sparse) == "is larger than 16 MB");
    std::istringstream stream{std::string(2U << 20U, 'x')};
    CHECK_THROWS_WITH(read_text_stream(stream, "standard input", 1U << 20U), "standard input is larger than 1 MB");
}

TEST_CASE("A trusted file must not be everyone's to change") {
    const Folder folder;
    const auto file = folder.file("config.yaml", "a: 1");
    std::filesystem::permissions(file, std::filesystem::perms::others_write, std::filesystem::perm_options::add);
    CHECK(refused(file, kLargestTextFile, true) == "can be changed by everyone on this machine");
    CHECK(refused(file) == "read");
}
