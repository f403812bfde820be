// SPDX-License-Identifier: MIT
#include "store/rows/column_values.h"
#include "store/rows/row_errors.h"
#include "store/rows/row_sql.h"
#include "store/rows/settings_rows.h"

namespace practice::store {
namespace {

void bind_all(Statement& statement, const Room& room) {
    statement.bind("$id", column_or_new(room.id));
    statement.bind("$name", room.name.text);
    statement.bind("$name_folded", room.name.folded);
    statement.bind("$kind", to_string(room.kind));
    statement.bind("$capacity", std::int64_t{room.capacity});
    statement.bind_text_or_null("$address", room.address);
    statement.bind_text_or_null("$link", room.link);
    statement.bind("$archived", column(room.archived));
}

std::string taken(const Room& room) {
    return "a room named '" + room.name.text + "'";
}
constexpr const char* kRoomTaken = "choose another name, or change that one with 'practice room edit ROOM'";

}  // namespace

std::vector<Room> load_rooms(Database& database) {
    std::vector<Room> list;
    auto row = database.prepare(
        "SELECT id, name, name_folded, kind, capacity, address, link, archived FROM rooms ORDER BY id");
    while (row.step()) {
        list.push_back({.id = {row.integer(0)},
                        .name = {row.string(1), row.string(2)},
                        .kind = to_room_kind(row.text(3)),
                        .capacity = static_cast<int>(row.integer(4)),
                        .address = row.string(5),
                        .link = row.string(6),
                        .archived = row.integer(7) != 0});
    }
    return list;
}

RoomId insert(Database& database, const Room& room) {
    static const auto sql = insert_sql("rooms");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, room);
    return RoomId{refusing_duplicates(taken(room), kRoomTaken, [&] { return statement.execute_returning(); })};
}

void update(Database& database, const Room& room) {
    static const auto sql = update_sql("rooms");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, room);
    refusing_duplicates(taken(room), kRoomTaken, [&] { statement.execute(); });
}

std::int64_t references(Database& database, RoomId id) {
    auto row = database.prepare(
        "SELECT (SELECT count(*) FROM (SELECT id FROM sessions WHERE rule IS NULL AND room = $1"
        " UNION SELECT id FROM sessions WHERE rule IS NOT NULL AND room = $1"
        " UNION SELECT session FROM slot_changes WHERE room = $1) AS used)"
        " + (SELECT count(*) FROM professionals WHERE room = $1)"
        " + (SELECT count(*) FROM feed_filters WHERE room = $1)");
    return row.bind("$1", column(id)).step() ? row.integer(0) : 0;
}

void erase(Database& database, RoomId id) {
    refuse_if_used(references(database, id), "this room");
    database.prepare("DELETE FROM rooms WHERE id = $1").bind("$1", column(id)).execute();
}

}  // namespace practice::store
