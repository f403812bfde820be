// SPDX-License-Identifier: MIT
// What backup and restore tell.
#pragma once

#include "app/backup/make_backup.h"
#include "app/backup/restoring.h"
#include "cli/context.h"

namespace practice::cli {

void print_backup(Context& context, const MadeBackup& made);

/// To standard error, before a question: what the backup has, and what becomes of the present database.
void tell_what_restoring_does(const Context& context, const PresentDatabase& present, const WantedDatabase& wanted);
void print_restored(Context& context, const Restoring& restoring, const Restored& done);

}  // namespace practice::cli
