// SPDX-License-Identifier: MIT
#include "app/database/database_in_the_making.h"

#include "app/database/open_database.h"
#include "store/sqlite/database_file.h"

namespace practice::app {

DatabaseInTheMaking::DatabaseInTheMaking(Office& office)
    : office_{office},
      target_{store::real_place(office.database_file, store::Access::write, open_options(office))},
      file_{target_.parent_path(), open_options(office).shared_with} {
    office.database = store::Database::open(file_.path(), store::Access::write, open_options(office));
}

void DatabaseInTheMaking::keep() {
    office_.database.reset();
    try {
        file_.keep_as(target_, store::Existing::empty_replaced);
    } catch (const Refusal&) {
        if (file_.kept() || !store::Database::exists(target_)) { throw; }
        throw Refusal{RefusalKind::busy, "another command made " + store::quoted(target_) + " at the same moment",
                      "nothing was written; try again"};
    }
}

}  // namespace practice::app
