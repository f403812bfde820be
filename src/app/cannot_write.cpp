// SPDX-License-Identifier: MIT
#include "app/cannot_write.h"

#include <cerrno>
#include <cstring>

#include "store/sqlite/size_limit.h"

namespace practice::app {

std::string why_not_written(int error) {
    return error == EFBIG ? store::size_limit_told() : std::strerror(error);
}

CannotWrite cannot_write(const std::string& path, int error) {
    std::string hint = "name another file, or free some space";
    if (error == ENOENT) { hint = "make its folder first, or name another file"; }
    if (error == EACCES || error == EPERM) { hint = "name a file in a folder that you may write to"; }
    if (error == EROFS) { hint = "nothing can be written there; name another file"; }
    if (error == EFBIG) { hint = store::kRaiseSizeLimit; }
    return {"cannot write '" + path + "': " + why_not_written(error), hint, error};
}

}  // namespace practice::app
