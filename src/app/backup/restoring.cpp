// SPDX-License-Identifier: MIT
#include "app/backup/restoring.h"

#include "app/backup/backup_folder.h"
#include "app/database/open_database.h"
#include "app/database/same_file.h"
#include "store/rows/settings_rows.h"
#include "store/schema/schema.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/file_header.h"
#include "store/sqlite/file_rights.h"
#include "store/sqlite/practice_identity.h"
#include "text/fold.h"
#include "text/hint_words.h"

namespace practice::app {
namespace {

namespace fs = std::filesystem;

std::string practice_name(store::Database& database) {
    const auto practice = store::load_practice(database);
    return practice ? practice->name : std::string{};
}

/// Opens the database only to look at it: it is closed again, because replacing it needs it alone.
PresentDatabase look_at_present(Office& office, store::PrivateCopy& copy) {
    auto& backup = copy.database();
    PresentDatabase present;
    try {
        open_as_it_is(office);
        if (!office.database || office.database->file().empty()) {
            office.database.reset();
            return present;
        }
        const store::Reading reading{*office.database};
        present.holds = store::summarize(*office.database);
        present.lost = store::operations_missing_in(backup, *office.database);
        present.gained = store::operations_missing_in(*office.database, backup);
        present.name = practice_name(*office.database);
        // A backup from before practices had identities is of the practice whose log it has.
        if (const auto identity = store::identity_of(*office.database);
            identity && !copy.had_identity() && store::have_one_beginning(*office.database, backup)) {
            store::give_identity(backup, *identity);
        }
        present.same_practice = !present.holds.last || store::is_same_practice(*office.database, backup);
        if (present.same_practice) { present.published = store::highest_sequences(*office.database); }
        present.state = PresentDatabase::State::readable;
    } catch (const Refusal& refusal) {
        office.database.reset();
        // What SQLite cannot read any more is there to be replaced; a link, another program's file and the like are
        // not.
        const auto header = store::header_of(office.database_file);
        const bool foreign = header.kind == store::FileHeader::Kind::foreign ||
                             (header.kind == store::FileHeader::Kind::ours && header.version > store::schema_version());
        if (refusal.kind() != RefusalKind::failure || foreign) { throw; }
        (void)store::prepare_file(office.database_file, store::Access::read, open_options(office));
        present.state = PresentDatabase::State::unreadable;
    }
    office.database.reset();
    return present;
}

fs::path name_for_kept(const Office& office) {
    const auto file = fs::absolute(office.database_file);
    std::error_code ignored;
    return next_dated_name(fs::canonical(file.parent_path(), ignored), file.filename().string() + ".before-restore", "",
                           office.now, [](const fs::path&) { return true; });
}

/// So that the log of what is there now says that it was restored, by whom and when; its number.
std::int64_t leave_entry(const Office& office, store::Database& restored) {
    store::Writing writing{restored, office.operation()};
    writing.leave_entry();
    const auto operation = writing.operation();
    writing.commit();
    return operation;
}

/// How the database is opened, if `file` may take its place.
store::OpenOptions options_to_restore(const std::string& file, const Office& office) {
    if (file == "-") {
        throw misuse("a backup is read from a file, not from standard input",
                     "name the file; what 'dump' wrote is read by: practice load FILE");
    }
    if (is_same_file(file, office.database_file)) {
        throw misuse("'" + file + "' is the database itself", "name a backup of it");
    }
    auto options = open_options(office);
    store::check_may_look(fs::absolute(office.database_file), options);
    return options;
}

}  // namespace

std::string practice_called(const std::string& name) {
    return name.empty() ? "no practice yet" : "'" + text::harmless(name) + "'";
}

std::string another_practice(const PresentDatabase& present, const WantedDatabase& wanted) {
    return practice_called(wanted.name) + ", and the database is of " + practice_called(present.name);
}

Restoring::Restoring(Office& office, const std::string& file)
    : office_{office},
      options_{options_to_restore(file, office)},
      copy_{file, office.database_file, options_},
      present_{look_at_present(office, copy_)},
      wanted_{store::summarize(copy_.database()), practice_name(copy_.database())} {
    office_.practice = store::load_practice(copy_.database());
}

void Restoring::check_practice(const std::optional<std::string>& named, bool asks) const {
    if (named && text::fold(*named) != text::fold(wanted_.name)) {
        throw misuse("the backup is of " + practice_called(wanted_.name) + ", and `practice` says '" +
                         text::harmless(text::cut(*named, 60)) + "'; nothing was restored",
                     "take the backup of the right practice");
    }
    if (named || present_.same_practice || asks) { return; }
    throw misuse("the backup is of another practice: " + another_practice(present_, wanted_) + "; nothing was restored",
                 "if it is to take its place all the same: `yes` `practice " + text::shell_word(wanted_.name) + "`");
}

Restored Restoring::carry_out() {
    Restored done;
    if (office_.dry_run) { return done; }
    auto& content = copy_.database();
    store::go_on_from(content, present_.published, office_.now);
    done.operation = leave_entry(office_, content);
    done.kept = store::replace_database(
                    office_.database_file, [&] { return name_for_kept(office_); }, content, options_)
                    .kept;
    office_.stands = "it was restored all the same";
    return done;
}

}  // namespace practice::app
