// SPDX-License-Identifier: MIT
// SHA-256 is nettle's: small, kept well, and loaded in a tenth of the time that libcrypto takes.
#include "store/journal/journal_chain.h"

#include <nettle/sha2.h>

#include <array>
#include <charconv>

#include "practice/refusal.h"

namespace practice::store {
namespace {

class Sha256 {
public:
    Sha256() { sha256_init(&state_); }

    /// A field and its length, so that the border between two fields counts too.
    void add(std::string_view field) {
        std::array<char, 24> length{};
        auto* end = std::to_chars(length.data(), length.data() + length.size() - 1, field.size()).ptr;
        *end++ = ':';
        update({length.data(), static_cast<std::size_t>(end - length.data())});
        update(field);
    }

    [[nodiscard]] std::string hex() {
        std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
        sha256_digest(&state_, digest.size(), digest.data());
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::string text;
        for (const unsigned byte : digest) { text.append({kDigits[byte >> 4U], kDigits[byte & 15U]}); }
        return text;
    }

private:
    void update(std::string_view bytes) {
        sha256_update(&state_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    }
    sha256_ctx state_{};
};

std::string hash_before(Database& database, std::int64_t operation) {
    auto statement = database.prepare("SELECT hash FROM operations WHERE id < $1 ORDER BY id DESC LIMIT 1");
    return statement.bind("$1", operation).step() ? statement.string(0) : std::string{};
}

}  // namespace

std::string operation_hash(Database& database, std::int64_t operation) {
    Sha256 hash;
    hash.add(hash_before(database, operation));
    auto entry = database.prepare(
        "SELECT id, at, who, command, direction, undoes, first_change, last_change FROM operations WHERE id = $1");
    if (!entry.bind("$1", operation).step()) { return {}; }
    for (int column = 0; column < 8; ++column) { hash.add(entry.text(column)); }
    auto changes = database.prepare(
        "SELECT id, operation, table_name, row_key, action, before, after, through FROM changes"
        " WHERE id BETWEEN $1 AND $2 ORDER BY id");
    changes.bind("$1", entry.integer(6)).bind("$2", entry.integer(7));
    while (changes.step()) {
        for (int column = 0; column < 7; ++column) { hash.add(changes.text(column)); }
        // As a field only where there is one: entries older than the column keep their hashes.
        if (!changes.is_null(7)) { hash.add("through"), hash.add(changes.text(7)); }
    }
    return hash.hex();
}

void record_inserted(Database& database, const OpenOperation& operation) {
    auto entry = database.prepare(
        "INSERT INTO changes (id, operation, table_name, row_key, action, through) VALUES ($1, $2, $3, $4, 'insert', "
        "$5)");
    for (const auto& rows : operation.inserted()) {
        entry.bind("$1", rows.change).bind("$2", operation.number()).bind("$3", rows.table);
        entry.bind("$4", std::to_string(rows.first) + rows.rest);
        entry.bind("$5", rows.last > rows.first ? std::optional{rows.last} : std::nullopt).execute();
        entry.again();
    }
}

void seal_operation(Database& database, std::int64_t operation, std::int64_t first_change) {
    auto range = database.prepare(
        "UPDATE operations SET first_change = $2, last_change = (SELECT coalesce(max(id), 0) FROM changes) "
        "WHERE id = $1");
    range.bind("$1", operation).bind("$2", first_change).execute();
    const auto hash = operation_hash(database, operation);
    auto seal = database.prepare("UPDATE operations SET hash = $2 WHERE id = $1");
    seal.bind("$1", operation).bind("$2", hash).execute();
}

std::string journal_head(Database& database) {
    auto statement = database.prepare("SELECT hash FROM operations WHERE hash IS NOT NULL ORDER BY id DESC LIMIT 1");
    return statement.step() ? statement.string(0) : std::string{};
}

}  // namespace practice::store
