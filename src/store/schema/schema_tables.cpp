// SPDX-License-Identifier: MIT
#include "store/schema/schema_tables.h"

namespace practice::store {

// How it is stored. Truth: wall-clock times as text ("2026-12-01T14:00:00"), dates as text, the zone's name,
// the rule as an RRULE value. Derived, for the indexes: starts_at and ends_at, seconds UTC; of a series those
// of its first and last occurrence (NULL: it never ends), last_date likewise. Money is in minor units.
//
// Who takes part, the services and the attendance of a session and of its changed slots are in the same
// tables: `slot` is '' for what holds for the session as a whole, else the date of the slot.
//
// Primary keys of several columns keep the rows of one session beside each other, so that a session's
// parts are read at once, without another index.
const char* const kStep1 = R"sql(
CREATE TABLE practice (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (length(name) <= 1000),
    time_zone TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    week_starts INTEGER NOT NULL CHECK (week_starts BETWEEN 0 AND 6),
    slot_minutes INTEGER NOT NULL CHECK (slot_minutes BETWEEN 1 AND 240)
) STRICT;

CREATE TABLE rooms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
    name_folded TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('in-person', 'virtual')),
    capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 1000),
    address TEXT CHECK (length(address) <= 65536),
    link TEXT CHECK (length(link) <= 65536),
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX rooms_name ON rooms (name_folded);

CREATE TABLE professionals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
    name_folded TEXT NOT NULL,
    email TEXT CHECK (length(email) <= 1000),
    phone TEXT CHECK (length(phone) <= 1000),
    room INTEGER REFERENCES rooms (id),
    hours TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX professionals_code ON professionals (lower(code));

CREATE TABLE professional_fees (
    professional INTEGER NOT NULL REFERENCES professionals (id),
    service_code TEXT NOT NULL CHECK (length(service_code) BETWEEN 1 AND 100),
    price INTEGER NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    PRIMARY KEY (professional, service_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE time_off (
    professional INTEGER NOT NULL REFERENCES professionals (id),
    start_local TEXT NOT NULL,
    end_local TEXT NOT NULL CHECK (end_local > start_local),
    reason TEXT CHECK (length(reason) <= 65536),
    PRIMARY KEY (professional, start_local)
) STRICT, WITHOUT ROWID;

CREATE TABLE services (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
    description TEXT CHECK (length(description) <= 65536),
    length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 0 AND 1440),
    price INTEGER NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    charged_per TEXT NOT NULL CHECK (charged_per IN ('session', 'client')),
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX services_code ON services (lower(code));

CREATE TABLE recurrences (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
    rule TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX recurrences_name ON recurrences (lower(name));

CREATE TABLE clients (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
    name_folded TEXT NOT NULL,
    email TEXT CHECK (length(email) <= 1000),
    phone TEXT CHECK (length(phone) <= 1000),
    note TEXT CHECK (length(note) <= 65536),
    time_zone TEXT,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE client_professionals (
    client INTEGER NOT NULL REFERENCES clients (id),
    professional INTEGER NOT NULL REFERENCES professionals (id),
    PRIMARY KEY (client, professional)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_professionals_professional ON client_professionals (professional);

CREATE TABLE client_fees (
    client INTEGER NOT NULL REFERENCES clients (id),
    service_code TEXT NOT NULL CHECK (length(service_code) BETWEEN 1 AND 100),
    price INTEGER NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    PRIMARY KEY (client, service_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL CHECK (length(uid) BETWEEN 1 AND 1000),
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    professional INTEGER NOT NULL REFERENCES professionals (id),
    room INTEGER NOT NULL REFERENCES rooms (id),
    time_zone TEXT NOT NULL,
    start_local TEXT NOT NULL,
    length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 1 AND 1440),
    rule TEXT,
    last_date TEXT,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER,
    status TEXT NOT NULL CHECK (status IN ('scheduled', 'attended', 'no-show', 'cancelled', 'late-cancelled')),
    reason TEXT CHECK (length(reason) <= 65536),
    note TEXT CHECK (length(note) <= 65536),
    ref TEXT CHECK (length(ref) <= 1000),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    clash_allowed INTEGER NOT NULL CHECK (clash_allowed IN (0, 1)),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK (rule IS NOT NULL OR ends_at IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX sessions_ref ON sessions (ref) WHERE ref IS NOT NULL;
CREATE INDEX sessions_single_start ON sessions (starts_at) WHERE rule IS NULL;
CREATE INDEX sessions_single_professional ON sessions (professional, starts_at) WHERE rule IS NULL;
CREATE INDEX sessions_single_room ON sessions (room, starts_at) WHERE rule IS NULL;
CREATE INDEX sessions_series_end ON sessions (ends_at) WHERE rule IS NOT NULL;
CREATE INDEX sessions_series_professional ON sessions (professional, ends_at) WHERE rule IS NOT NULL;
CREATE INDEX sessions_series_room ON sessions (room, ends_at) WHERE rule IS NOT NULL;

CREATE TABLE session_dates (
    session INTEGER NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL CHECK (kind IN ('added', 'excluded')),
    date TEXT NOT NULL,
    PRIMARY KEY (session, kind, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE slot_changes (
    session INTEGER NOT NULL REFERENCES sessions (id),
    slot TEXT NOT NULL,
    start_local TEXT,
    length_minutes INTEGER CHECK (length_minutes BETWEEN 1 AND 1440),
    professional INTEGER REFERENCES professionals (id),
    room INTEGER REFERENCES rooms (id),
    own_clients INTEGER NOT NULL CHECK (own_clients IN (0, 1)),
    own_lines INTEGER NOT NULL CHECK (own_lines IN (0, 1)),
    note TEXT CHECK (length(note) <= 65536),
    status TEXT NOT NULL CHECK (status IN ('scheduled', 'attended', 'no-show', 'cancelled', 'late-cancelled')),
    reason TEXT CHECK (length(reason) <= 65536),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    PRIMARY KEY (session, slot)
) STRICT, WITHOUT ROWID;
CREATE INDEX slot_changes_start ON slot_changes (starts_at);
CREATE INDEX slot_changes_professional ON slot_changes (professional) WHERE professional IS NOT NULL;
CREATE INDEX slot_changes_room ON slot_changes (room) WHERE room IS NOT NULL;

CREATE TABLE session_clients (
    session INTEGER NOT NULL REFERENCES sessions (id),
    slot TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    client INTEGER NOT NULL REFERENCES clients (id),
    PRIMARY KEY (session, slot, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_clients_client ON session_clients (client);

CREATE TABLE session_lines (
    session INTEGER NOT NULL REFERENCES sessions (id),
    slot TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    service INTEGER NOT NULL REFERENCES services (id),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
    description TEXT CHECK (length(description) <= 65536),
    units INTEGER NOT NULL CHECK (units BETWEEN 1 AND 999),
    price INTEGER NOT NULL CHECK (price >= 0),
    modifiers TEXT CHECK (length(modifiers) <= 1000),
    charged_per TEXT NOT NULL CHECK (charged_per IN ('session', 'client')),
    PRIMARY KEY (session, slot, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_attendance (
    session INTEGER NOT NULL REFERENCES sessions (id),
    slot TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    client INTEGER NOT NULL REFERENCES clients (id),
    status TEXT NOT NULL CHECK (status IN ('scheduled', 'attended', 'no-show', 'cancelled', 'late-cancelled')),
    PRIMARY KEY (session, slot, position)
) STRICT, WITHOUT ROWID;

-- The journal. An operation is open until it has its hash, and at most one is. Its changes are those with
-- numbers from first_change to last_change: one writer at a time makes them consecutive.
CREATE TABLE operations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    command TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('forward', 'back')),
    undoes INTEGER REFERENCES operations (id),
    first_change INTEGER,
    last_change INTEGER,
    hash TEXT
) STRICT;
CREATE UNIQUE INDEX operations_open ON operations ((1)) WHERE hash IS NULL;
CREATE UNIQUE INDEX operations_undoes ON operations (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    before TEXT,
    after TEXT
) STRICT;

CREATE TRIGGER operations_keep BEFORE UPDATE ON operations WHEN OLD.hash IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER operations_stay BEFORE DELETE ON operations
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER changes_keep BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER changes_stay BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
)sql";

// What a feed is about: any professional, room, client or service that no row names.
const char* const kStep2 = R"sql(
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
    name_folded TEXT NOT NULL,
    file TEXT NOT NULL CHECK (length(file) BETWEEN 1 AND 4096),
    privacy TEXT NOT NULL CHECK (privacy IN ('busy', 'code', 'initials', 'first', 'full')),
    since TEXT CHECK (length(since) <= 1000),
    until TEXT CHECK (length(until) <= 1000),
    show_cancelled INTEGER NOT NULL CHECK (show_cancelled IN (0, 1)),
    per TEXT CHECK (per IN ('professional', 'room')),
    mode TEXT NOT NULL CHECK (mode IN ('0600', '0640', '0644')),
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX feeds_name ON feeds (name_folded);

CREATE TABLE feed_filters (
    feed INTEGER NOT NULL REFERENCES feeds (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    professional INTEGER REFERENCES professionals (id),
    room INTEGER REFERENCES rooms (id),
    client INTEGER REFERENCES clients (id),
    service INTEGER REFERENCES services (id),
    PRIMARY KEY (feed, position),
    CHECK ((professional IS NOT NULL) + (room IS NOT NULL) + (client IS NOT NULL) + (service IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
)sql";

// An import finds sessions by their uid too.
const char* const kStep3 = R"sql(
CREATE INDEX sessions_uid ON sessions (uid);
)sql";

// Inserted rows whose keys differ in their first number only, which counts up by one, are one entry: the key is the
// first row's, `through` the last one's number. NULL: the entry is about one row.
const char* const kStep4 = R"sql(
ALTER TABLE changes ADD COLUMN through INTEGER CHECK (through IS NULL OR action = 'insert');
)sql";

const char* const kStep5 = R"sql(
-- What the rows of imported files said last time.
CREATE TABLE imported_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL UNIQUE CHECK (length(ref) BETWEEN 1 AND 1100),
    words TEXT NOT NULL
) STRICT;
-- The highest SEQUENCE that a session which is gone had under its UID: if it comes back, it goes on from there.
CREATE TABLE uid_sequences (
    uid TEXT PRIMARY KEY CHECK (length(uid) BETWEEN 1 AND 1000),
    sequence INTEGER NOT NULL CHECK (sequence >= 0)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER sessions_keep_sequence AFTER DELETE ON sessions
BEGIN
    INSERT INTO uid_sequences (uid, sequence) VALUES (OLD.uid, OLD.sequence)
    ON CONFLICT (uid) DO UPDATE SET sequence = max(sequence, excluded.sequence);
END;
)sql";

// Filled by take_steps(): SQL has no way to make a UUID that all engines know.
const char* const kStep6 = R"sql(
-- Which practice this is, for what goes out of it and comes back: one row, made once, and carried along by copies.
CREATE TABLE practice_identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL CHECK (length(uid) BETWEEN 1 AND 100)
) STRICT;
-- Which time off a series gives way to: whose it is, and the stretch of it, on the practice's wall clock. A date is
-- away where the stretch and the time off that stands both have it, so that no row has to follow when time off is
-- split or shortened. No foreign keys: `kind` says what the number is of.
CREATE TABLE session_yields (
    session INTEGER NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL CHECK (kind IN ('professional', 'room', 'location', 'practice')),
    whose INTEGER NOT NULL,
    start_local TEXT NOT NULL,
    end_local TEXT NOT NULL CHECK (end_local > start_local),
    PRIMARY KEY (session, kind, whose, start_local)
) STRICT, WITHOUT ROWID;
-- 0: the length is that of the services, and follows them. NULL: booked before that was kept.
ALTER TABLE sessions ADD COLUMN length_said INTEGER CHECK (length_said IN (0, 1));
-- What a series was to be before the rest of it was cancelled.
ALTER TABLE sessions ADD COLUMN former_end TEXT CHECK (length(former_end) <= 65536);
)sql";

// No foreign key for `number`: what is gone is never asked for, and a number is never used again.
const char* const kStep7 = R"sql(
-- What a session may clash with, because whoever booked or changed it said so: over what, and with which session (its
-- own number: another of its dates) or whose time off; of time off the stretch on the practice's wall clock, else ''.
CREATE TABLE session_clashes (
    session INTEGER NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL CHECK (kind IN ('professional', 'client', 'room')),
    whose TEXT NOT NULL CHECK (whose IN ('session', 'professional', 'room', 'location', 'practice')),
    number INTEGER NOT NULL,
    start_local TEXT NOT NULL,
    end_local TEXT NOT NULL CHECK (end_local > start_local OR whose = 'session'),
    PRIMARY KEY (session, kind, whose, number, start_local, end_local)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_clashes_other ON session_clashes (number) WHERE whose = 'session';
)sql";

const char* const kStep8 = R"sql(
-- Of a later part of a series: the first part, whose id is the number that people know all of it by.
ALTER TABLE sessions ADD COLUMN first_part INTEGER REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED
    CHECK (first_part < id);
CREATE INDEX sessions_first_part ON sessions (first_part) WHERE first_part IS NOT NULL;
)sql";

}  // namespace practice::store
