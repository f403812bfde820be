// SPDX-License-Identifier: MIT
// A database that is set up where none is. It comes into being whole, under its name, when what it is for has
// succeeded; after a failure there is none.
#pragma once

#include <filesystem>

#include "app/office.h"
#include "store/sqlite/new_file.h"

namespace practice::app {

class DatabaseInTheMaking {
public:
    /// Opens it under another name. REQUIRES: nothing of its own name is there, or a file of 0 bytes.
    explicit DatabaseInTheMaking(Office& office);

    /// Closes it, and gives it its name. Throws Refusal(busy) when another command was faster.
    void keep();

private:
    Office& office_;
    std::filesystem::path target_;
    store::NewFile file_;
};

}  // namespace practice::app
