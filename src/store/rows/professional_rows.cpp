// SPDX-License-Identifier: MIT
#include <set>

#include "store/rows/column_values.h"
#include "store/rows/fee_rows.h"
#include "store/rows/row_errors.h"
#include "store/rows/row_sql.h"
#include "store/rows/settings_rows.h"

namespace practice::store {
namespace {

void bind_all(Statement& statement, const Professional& professional) {
    statement.bind("$id", column_or_new(professional.id));
    statement.bind("$code", professional.code);
    statement.bind("$name", professional.name.text);
    statement.bind("$name_folded", professional.name.folded);
    statement.bind_text_or_null("$email", professional.email);
    statement.bind_text_or_null("$phone", professional.phone);
    statement.bind("$room", professional.room ? std::optional{professional.room->value} : std::nullopt);
    statement.bind("$hours", to_string(professional.hours));
    statement.bind("$archived", column(professional.archived));
}

void save_time_off(Database& database, ProfessionalId id, const std::vector<TimeOff>& list) {
    std::set<std::string> kept;
    for (const auto& off : list) { kept.insert(to_string(off.span.from)); }
    std::vector<std::string> gone;
    auto stored = database.prepare("SELECT start_local FROM time_off WHERE professional = $1");
    stored.bind("$1", column(id));
    while (stored.step()) {
        if (auto start = stored.string(0); !kept.contains(start)) { gone.push_back(std::move(start)); }
    }
    auto remove = database.prepare("DELETE FROM time_off WHERE professional = $1 AND start_local = $2");
    for (const auto& start : gone) {
        remove.bind("$1", column(id)).bind("$2", start).execute();
        remove.again();
    }
    static const auto sql = upsert_sql("time_off");
    auto save = database.prepare(sql.c_str());
    for (const auto& off : list) {
        save.bind("$professional", column(id)).bind_text_or_null("$reason", off.reason);
        save.bind("$start_local", to_string(off.span.from)).bind("$end_local", to_string(off.span.to));
        save.execute();
        save.again();
    }
}

void save_parts(Database& database, ProfessionalId id, const Professional& professional) {
    save_professional_fees(database, id.value, professional.fees);
    save_time_off(database, id, professional.time_off);
}

std::string taken(const Professional& professional) {
    return "a professional with the code '" + professional.code + "'";
}
constexpr const char* kProfessionalTaken =
    "choose another code, or change that one with 'practice professional edit WHO'";

std::map<std::int64_t, std::vector<TimeOff>> load_time_off(Database& database) {
    std::map<std::int64_t, std::vector<TimeOff>> all;
    auto rows = database.prepare(
        "SELECT professional, start_local, end_local, reason FROM time_off"
        " ORDER BY professional, start_local");
    while (rows.step()) {
        all[rows.integer(0)].push_back({{to_local_time(rows.text(1)), to_local_time(rows.text(2))}, rows.string(3)});
    }
    return all;
}

}  // namespace

std::vector<Professional> load_professionals(Database& database) {
    auto fees = load_professional_fees(database);
    auto time_off = load_time_off(database);
    std::vector<Professional> list;
    auto row = database.prepare(
        "SELECT id, code, name, name_folded, email, phone, room, hours, archived"
        " FROM professionals ORDER BY id");
    while (row.step()) {
        const auto id = row.integer(0);
        Professional professional{.id = {id},
                                  .code = row.string(1),
                                  .name = {row.string(2), row.string(3)},
                                  .email = row.string(4),
                                  .phone = row.string(5),
                                  .room = std::nullopt,
                                  .hours = parse_working_hours(row.text(7)),
                                  .fees = std::move(fees[id]),
                                  .time_off = std::move(time_off[id]),
                                  .archived = row.integer(8) != 0};
        if (const auto room = row.optional_integer(6)) { professional.room = RoomId{*room}; }
        list.push_back(std::move(professional));
    }
    return list;
}

ProfessionalId insert(Database& database, const Professional& professional) {
    static const auto sql = insert_sql("professionals");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, professional);
    const ProfessionalId id{
        refusing_duplicates(taken(professional), kProfessionalTaken, [&] { return statement.execute_returning(); })};
    save_parts(database, id, professional);
    return id;
}

void update(Database& database, const Professional& professional) {
    static const auto sql = update_sql("professionals");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, professional);
    refusing_duplicates(taken(professional), kProfessionalTaken, [&] { statement.execute(); });
    save_parts(database, professional.id, professional);
}

std::int64_t references(Database& database, ProfessionalId id) {
    auto row = database.prepare(
        "SELECT (SELECT count(*) FROM (SELECT id FROM sessions WHERE rule IS NULL AND professional = $1"
        " UNION SELECT id FROM sessions WHERE rule IS NOT NULL AND professional = $1"
        " UNION SELECT session FROM slot_changes WHERE professional = $1) AS used)"
        " + (SELECT count(*) FROM client_professionals WHERE professional = $1)"
        " + (SELECT count(*) FROM feed_filters WHERE professional = $1)");
    return row.bind("$1", column(id)).step() ? row.integer(0) : 0;
}

void erase(Database& database, ProfessionalId id) {
    refuse_if_used(references(database, id), "this professional");
    save_parts(database, id, Professional{});
    database.prepare("DELETE FROM professionals WHERE id = $1").bind("$1", column(id)).execute();
}

}  // namespace practice::store
