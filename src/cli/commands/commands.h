// SPDX-License-Identifier: MIT
// One function per verb, each in a file of its name; command_table.cpp puts them in order.
#pragma once

#include "cli/line/command.h"

namespace practice::cli {

[[nodiscard]] Command session_add_command();
[[nodiscard]] Command session_list_command();
[[nodiscard]] Command session_show_command();
[[nodiscard]] Command session_edit_command();
[[nodiscard]] Command session_move_command();
[[nodiscard]] Command session_cancel_command();
[[nodiscard]] Command session_restore_command();
[[nodiscard]] Command session_mark_command();
[[nodiscard]] Command session_delete_command();
[[nodiscard]] Command session_invite_command();
[[nodiscard]] Command calendar_command();
[[nodiscard]] Command calendar_agenda_command();
[[nodiscard]] Command calendar_day_command();
[[nodiscard]] Command calendar_week_command();
[[nodiscard]] Command calendar_month_command();
[[nodiscard]] Command client_add_command();
[[nodiscard]] Command client_edit_command();
[[nodiscard]] Command client_list_command();
[[nodiscard]] Command client_show_command();
[[nodiscard]] Command client_archive_command();
[[nodiscard]] Command client_unarchive_command();
[[nodiscard]] Command client_delete_command();
[[nodiscard]] Command professional_add_command();
[[nodiscard]] Command professional_edit_command();
[[nodiscard]] Command professional_list_command();
[[nodiscard]] Command professional_show_command();
[[nodiscard]] Command professional_archive_command();
[[nodiscard]] Command professional_unarchive_command();
[[nodiscard]] Command professional_delete_command();
[[nodiscard]] Command professional_transfer_command();
[[nodiscard]] Command room_add_command();
[[nodiscard]] Command room_edit_command();
[[nodiscard]] Command room_list_command();
[[nodiscard]] Command room_show_command();
[[nodiscard]] Command room_archive_command();
[[nodiscard]] Command room_unarchive_command();
[[nodiscard]] Command room_delete_command();
[[nodiscard]] Command room_transfer_command();
[[nodiscard]] Command service_add_command();
[[nodiscard]] Command service_edit_command();
[[nodiscard]] Command service_list_command();
[[nodiscard]] Command service_show_command();
[[nodiscard]] Command service_archive_command();
[[nodiscard]] Command service_unarchive_command();
[[nodiscard]] Command service_delete_command();
[[nodiscard]] Command recurrence_add_command();
[[nodiscard]] Command recurrence_list_command();
[[nodiscard]] Command recurrence_delete_command();
[[nodiscard]] Command recurrence_preview_command();
[[nodiscard]] Command import_command();
[[nodiscard]] Command apply_command();
[[nodiscard]] Command log_command();
[[nodiscard]] Command log_list_command();
[[nodiscard]] Command log_show_command();
[[nodiscard]] Command log_verify_command();
[[nodiscard]] Command undo_command();
[[nodiscard]] Command redo_command();
[[nodiscard]] Command backup_command();
[[nodiscard]] Command restore_command();
[[nodiscard]] Command upgrade_command();
[[nodiscard]] Command doctor_command();
[[nodiscard]] Command dump_command();
[[nodiscard]] Command load_command();
[[nodiscard]] Command export_ics_command();
[[nodiscard]] Command export_csv_command();
[[nodiscard]] Command export_json_command();
[[nodiscard]] Command export_jsonl_command();
[[nodiscard]] Command export_feeds_command();
[[nodiscard]] Command export_fields_command();
[[nodiscard]] Command config_list_command();
[[nodiscard]] Command config_path_command();
[[nodiscard]] Command config_check_command();
[[nodiscard]] Command schema_command();
[[nodiscard]] Command completion_command();
[[nodiscard]] Command complete_command();
[[nodiscard]] Command help_command();
[[nodiscard]] Command command_rows_command();

}  // namespace practice::cli
