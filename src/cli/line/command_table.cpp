// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "cli/commands/commands.h"
#include "cli/line/command.h"

namespace practice::cli {

std::span<const Command> command_table() {
    // In the order that help shows; the verbs of one noun stand together.
    static const std::vector<Command> table{
        session_add_command(),
        session_list_command(),
        session_show_command(),
        session_edit_command(),
        session_move_command(),
        session_cancel_command(),
        session_restore_command(),
        session_mark_command(),
        session_delete_command(),
        session_invite_command(),
        calendar_command(),
        calendar_agenda_command(),
        calendar_day_command(),
        calendar_week_command(),
        calendar_month_command(),
        client_add_command(),
        client_edit_command(),
        client_list_command(),
        client_show_command(),
        client_archive_command(),
        client_unarchive_command(),
        client_delete_command(),
        professional_add_command(),
        professional_edit_command(),
        professional_list_command(),
        professional_show_command(),
        professional_archive_command(),
        professional_unarchive_command(),
        professional_delete_command(),
        professional_transfer_command(),
        room_add_command(),
        room_edit_command(),
        room_list_command(),
        room_show_command(),
        room_archive_command(),
        room_unarchive_command(),
        room_delete_command(),
        room_transfer_command(),
        service_add_command(),
        service_edit_command(),
        service_list_command(),
        service_show_command(),
        service_archive_command(),
        service_unarchive_command(),
        service_delete_command(),
        recurrence_add_command(),
        recurrence_list_command(),
        recurrence_delete_command(),
        recurrence_preview_command(),
        import_command(),
        apply_command(),
        log_command(),
        log_list_command(),
        log_show_command(),
        log_verify_command(),
        dump_command(),
        load_command(),
        undo_command(),
        redo_command(),
        backup_command(),
        restore_command(),
        upgrade_command(),
        doctor_command(),
        export_ics_command(),
        export_csv_command(),
        export_json_command(),
        export_jsonl_command(),
        export_feeds_command(),
        export_fields_command(),
        config_list_command(),
        config_path_command(),
        config_check_command(),
        schema_command(),
        completion_command(),
        help_command(),
        complete_command(),
        command_rows_command(),
    };
    return table;
}

const Command* find_command(std::string_view name) {
    const auto found = std::ranges::find(command_table(), name, &Command::name);
    return found == command_table().end() ? nullptr : &*found;
}

std::span<const OptionSpec> global_options() {
    static constexpr std::array<OptionSpec, 14> options{{
        {"--db", "FILE", Takes::one_value, "the database; PRACTICE_DB sets it too", "", ValueKind::file},
        {"--config", "FILE", Takes::one_value, "read this configuration too", "", ValueKind::file},
        {"--no-config", "", Takes::nothing, "read no configuration file"},
        {"--format", "FORMAT", Takes::one_value, "how to answer", "", ValueKind::choice, "table|json|jsonl|csv|tsv"},
        {"--json", "", Takes::nothing, "the same as --format json; errors are JSON too"},
        {"--output", "FILE", Takes::one_value, "write the answer to a file, whole or not at all", "-o",
         ValueKind::file},
        {"--quiet", "", Takes::nothing, "print only the id", "-q"},
        {"--dry-run", "", Takes::nothing, "do everything but keep it, and say what would be", "-n"},
        {"--yes", "", Takes::nothing, "answer every question with yes", "-y"},
        {"--no-input", "", Takes::nothing, "ask nothing, even at a terminal"},
        {"--color", "WHEN", Takes::one_value, "colour", "", ValueKind::choice, "auto|always|never"},
        {"--no-pager", "", Takes::nothing, "do not page long answers"},
        {"--help", "", Takes::nothing, "show help", "-h"},
        {"--version", "", Takes::nothing, "show the version"},
    }};
    return options;
}

std::span<const Noun> nouns() {
    static constexpr auto list = std::to_array<Noun>({
        {"session", "Book, change and see sessions", "Sessions"},
        {"calendar", "See the sessions as a calendar", "Sessions"},
        {"apply", "Set the practice up, or change it, from a settings file", "The practice"},
        {"client", "Clients", "The practice"},
        {"professional", "Professionals, their hours, fees and time off", "The practice"},
        {"room", "Rooms, in person or virtual", "The practice"},
        {"service", "Services and their prices", "The practice"},
        {"recurrence", "Recurrences: named ones, and the dates that a rule gives", "The practice"},
        {"import", "Bring in a whole schedule from a file", "Other programs"},
        {"export", "Feeds and files for other programs", "Other programs"},
        {"dump", "Everything in the database as text", "Other programs"},
        {"load", "A database out of such text", "Other programs"},
        {"log", "What was done, when and by whom", "Changes"},
        {"undo", "Take back the last change, or one out of the log", "Changes"},
        {"redo", "Do again what was undone", "Changes"},
        {"backup", "A proved copy of the database", "The database"},
        {"restore", "A backup in the place of the database", "The database"},
        {"upgrade", "Bring the database of an earlier version up to date", "The database"},
        {"doctor", "Whether the database is whole and makes sense", "The database"},
        {"config", "The configuration of this account", "This program"},
        {"completion", "Complete commands, flags and values in bash, zsh and fish", "This program"},
        {"schema", "JSON schemas of the files that it reads, for editors", "This program"},
        {"help", "Help on a command or a topic", "This program"},
    });
    return list;
}

}  // namespace practice::cli
