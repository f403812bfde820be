// SPDX-License-Identifier: MIT
// Commands failed at random while another member of the group wrote: the rollback file was made with the umask's rights
// and got those of the database a moment later, in which it was "not shared as it should be".
#include "store/sqlite/sharing.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "store_world.h"

namespace practice::store::test {
namespace {

int changes_of_mode = 0;

int counted_fchmod(int descriptor, mode_t mode) {
    ++changes_of_mode;
    return ::fchmod(descriptor, mode);
}

/// SQLite's calls of fchmod are counted.
class CountedCalls {
public:
    CountedCalls() {
        changes_of_mode = 0;
        vfs_->xSetSystemCall(vfs_, "fchmod", reinterpret_cast<sqlite3_syscall_ptr>(&counted_fchmod));
    }
    ~CountedCalls() { vfs_->xSetSystemCall(vfs_, "fchmod", nullptr); }
    CountedCalls(const CountedCalls&) = delete;
    CountedCalls& operator=(const CountedCalls&) = delete;

private:
    sqlite3_vfs* vfs_ = sqlite3_vfs_find(nullptr);
};

class Umask {
public:
    explicit Umask(mode_t mask) : before_{::umask(mask)} {}
    ~Umask() { ::umask(before_); }
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;

private:
    mode_t before_;
};

mode_t mode_of(const std::filesystem::path& file) {
    struct stat status {};
    REQUIRE(::lstat(file.c_str(), &status) == 0);
    return status.st_mode & 07777U;
}

TEST_CASE("the rollback file has the rights of its database from its first moment, whatever the umask") {
    const TemporaryFolder folder;
    const auto file = folder / "practice.db";
    { const World world{Database::open(file, Access::write)}; }
    for (const mode_t mask : {0022U, 0077U, 0007U, 0U}) {
        for (const mode_t rights : {kSharedFile, mode_t{0600}}) {
            REQUIRE(::chmod(file.c_str(), rights) == 0);
            const Umask umask{mask};
            const CountedCalls calls;
            auto database = Database::open(file, Access::write);
            const Writing writing{database, kNote};
            database.run("UPDATE rooms SET name = 'Attic' WHERE id = 1");
            CHECK(mode_of(folder / "practice.db-journal") == rights);
            CHECK(changes_of_mode == 0);
            CHECK(::umask(mask) == mask);  // other files are made as before
        }
    }
}

}  // namespace
}  // namespace practice::store::test
