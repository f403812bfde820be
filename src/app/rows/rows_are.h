// SPDX-License-Identifier: MIT
// What the rows of a file are.
#pragma once

namespace practice::app {

enum class RowsAre { sessions, clients, professionals, rooms, services };

}  // namespace practice::app
