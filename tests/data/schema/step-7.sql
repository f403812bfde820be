PRAGMA application_id = 1347567939;
PRAGMA user_version = 7;
BEGIN TRANSACTION;
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    before TEXT,
    after TEXT
, through INTEGER CHECK (through IS NULL OR action = 'insert')) STRICT;
INSERT INTO "changes" VALUES(1,1,'practice','1','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(2,1,'rooms','1','insert',NULL,NULL,2);
INSERT INTO "changes" VALUES(3,1,'services','1','insert',NULL,NULL,2);
INSERT INTO "changes" VALUES(4,1,'recurrences','1','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(5,1,'professionals','1','insert',NULL,NULL,2);
INSERT INTO "changes" VALUES(6,1,'professional_fees','1/90834','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(7,1,'time_off','1/2026-12-24T00:00:00','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(8,1,'clients','1','insert',NULL,NULL,3);
INSERT INTO "changes" VALUES(9,1,'client_professionals','1/1','insert',NULL,NULL,3);
INSERT INTO "changes" VALUES(10,1,'client_fees','1/90834','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(11,1,'client_professionals','2/2','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(12,1,'feeds','1','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(13,1,'feed_filters','1/0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(14,2,'sessions','1','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(15,2,'session_dates','1/excluded/2026-12-15','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(16,2,'session_clients','1//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(17,2,'session_lines','1//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(18,3,'sessions','2','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(19,3,'session_clients','2//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(20,3,'session_clients','2//1','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(21,3,'session_lines','2//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(22,4,'sessions','3','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(23,4,'session_clients','3//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(24,4,'session_lines','3//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(25,5,'sessions','1','update','{"id":1,"uid":"f7434898-3e0d-8000-8000-72e29d7e271a","sequence":0,"professional":1,"room":1,"time_zone":"America/New_York","start_local":"2026-12-01T14:00:00","length_minutes":45,"rule":"FREQ=WEEKLY","last_date":null,"starts_at":1796151600,"ends_at":null,"status":"scheduled","reason":null,"note":"by the door","ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}','{"id":1,"uid":"f7434898-3e0d-8000-8000-72e29d7e271a","sequence":1,"professional":1,"room":1,"time_zone":"America/New_York","start_local":"2026-12-01T14:00:00","length_minutes":45,"rule":"FREQ=WEEKLY","last_date":null,"starts_at":1796151600,"ends_at":null,"status":"scheduled","reason":null,"note":"by the door","ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}',NULL);
INSERT INTO "changes" VALUES(26,5,'slot_changes','1/2026-12-08','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(27,6,'sessions','1','update','{"id":1,"uid":"f7434898-3e0d-8000-8000-72e29d7e271a","sequence":1,"professional":1,"room":1,"time_zone":"America/New_York","start_local":"2026-12-01T14:00:00","length_minutes":45,"rule":"FREQ=WEEKLY","last_date":null,"starts_at":1796151600,"ends_at":null,"status":"scheduled","reason":null,"note":"by the door","ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}','{"id":1,"uid":"f7434898-3e0d-8000-8000-72e29d7e271a","sequence":2,"professional":1,"room":1,"time_zone":"America/New_York","start_local":"2026-12-01T14:00:00","length_minutes":45,"rule":"FREQ=WEEKLY","last_date":null,"starts_at":1796151600,"ends_at":null,"status":"scheduled","reason":null,"note":"by the door","ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}',NULL);
INSERT INTO "changes" VALUES(28,6,'slot_changes','1/2026-12-22','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(29,6,'session_clients','1/2026-12-22/0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(30,6,'session_lines','1/2026-12-22/0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(31,7,'sessions','3','update','{"id":3,"uid":"b337fad0-41bc-8000-8000-e6e484368f3b","sequence":0,"professional":1,"room":2,"time_zone":"America/New_York","start_local":"2026-12-03T09:00:00","length_minutes":45,"rule":null,"last_date":null,"starts_at":1796306400,"ends_at":1796309100,"status":"scheduled","reason":null,"note":null,"ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}','{"id":3,"uid":"b337fad0-41bc-8000-8000-e6e484368f3b","sequence":1,"professional":1,"room":2,"time_zone":"America/New_York","start_local":"2026-12-03T09:00:00","length_minutes":45,"rule":null,"last_date":null,"starts_at":1796306400,"ends_at":1796309100,"status":"cancelled","reason":"a cold","note":null,"ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}',NULL);
INSERT INTO "changes" VALUES(32,8,'sessions','2','update','{"id":2,"uid":"41ba7c51-919b-8000-8000-e0b650df110f","sequence":0,"professional":1,"room":1,"time_zone":"America/New_York","start_local":"2026-12-02T10:00:00","length_minutes":90,"rule":"FREQ=WEEKLY;INTERVAL=2;COUNT=6","last_date":"2027-02-10","starts_at":1796223600,"ends_at":1802277000,"status":"scheduled","reason":null,"note":null,"ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}','{"id":2,"uid":"41ba7c51-919b-8000-8000-e0b650df110f","sequence":1,"professional":1,"room":1,"time_zone":"America/New_York","start_local":"2026-12-02T10:00:00","length_minutes":90,"rule":"FREQ=WEEKLY;INTERVAL=2;COUNT=6","last_date":"2027-02-10","starts_at":1796223600,"ends_at":1802277000,"status":"scheduled","reason":null,"note":null,"ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1796230800,"length_said":0,"former_end":null}',NULL);
INSERT INTO "changes" VALUES(33,8,'slot_changes','2/2026-12-02','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(34,8,'session_attendance','2/2026-12-02/0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(35,9,'sessions','1','update','{"id":1,"uid":"f7434898-3e0d-8000-8000-72e29d7e271a","sequence":2,"professional":1,"room":1,"time_zone":"America/New_York","start_local":"2026-12-01T14:00:00","length_minutes":45,"rule":"FREQ=WEEKLY","last_date":null,"starts_at":1796151600,"ends_at":null,"status":"scheduled","reason":null,"note":"by the door","ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}','{"id":1,"uid":"f7434898-3e0d-8000-8000-72e29d7e271a","sequence":3,"professional":1,"room":1,"time_zone":"America/New_York","start_local":"2026-12-01T14:00:00","length_minutes":45,"rule":"FREQ=WEEKLY;UNTIL=20270105","last_date":"2027-01-05","starts_at":1796151600,"ends_at":1799178300,"status":"scheduled","reason":null,"note":"by the door","ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}',NULL);
INSERT INTO "changes" VALUES(36,9,'sessions','4','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(37,9,'session_clients','4//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(38,9,'session_lines','4//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(39,10,'clients','1','update','{"id":1,"name":"Anna Smith","name_folded":"anna smith","email":"anna@example.com","phone":"555 0101","note":"parking","time_zone":null,"archived":0}','{"id":1,"name":"Anna Smith","name_folded":"anna smith","email":"anna@example.com","phone":"555-0199","note":null,"time_zone":null,"archived":0}',NULL);
INSERT INTO "changes" VALUES(40,11,'rooms','1','update','{"id":1,"name":"Room 1","name_folded":"room 1","kind":"in-person","capacity":2,"address":"12 Shore Rd","link":null,"archived":0}','{"id":1,"name":"Room 1","name_folded":"room 1","kind":"in-person","capacity":3,"address":"12 Shore Rd","link":null,"archived":0}',NULL);
INSERT INTO "changes" VALUES(41,12,'rooms','1','update','{"id":1,"name":"Room 1","name_folded":"room 1","kind":"in-person","capacity":3,"address":"12 Shore Rd","link":null,"archived":0}','{"id":1,"name":"Room 1","name_folded":"room 1","kind":"in-person","capacity":2,"address":"12 Shore Rd","link":null,"archived":0}',NULL);
INSERT INTO "changes" VALUES(42,13,'rooms','1','update','{"id":1,"name":"Room 1","name_folded":"room 1","kind":"in-person","capacity":2,"address":"12 Shore Rd","link":null,"archived":0}','{"id":1,"name":"Room 1","name_folded":"room 1","kind":"in-person","capacity":3,"address":"12 Shore Rd","link":null,"archived":0}',NULL);
INSERT INTO "changes" VALUES(43,14,'clients','4','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(44,14,'client_professionals','4/2','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(45,15,'client_professionals','4/2','delete','{"client":4,"professional":2}',NULL,NULL);
INSERT INTO "changes" VALUES(46,15,'clients','4','delete','{"id":4,"name":"Al Smithson","name_folded":"al smithson","email":null,"phone":null,"note":null,"time_zone":null,"archived":0}',NULL,NULL);
INSERT INTO "changes" VALUES(47,16,'session_lines','3//0','delete','{"session":3,"slot":"","position":0,"service":1,"code":"90834","description":"Psychotherapy, 45 minutes","units":1,"price":14000,"modifiers":null,"charged_per":"session"}',NULL,NULL);
INSERT INTO "changes" VALUES(48,16,'session_clients','3//0','delete','{"session":3,"slot":"","position":0,"client":3}',NULL,NULL);
INSERT INTO "changes" VALUES(49,16,'sessions','3','delete','{"id":3,"uid":"b337fad0-41bc-8000-8000-e6e484368f3b","sequence":1,"professional":1,"room":2,"time_zone":"America/New_York","start_local":"2026-12-03T09:00:00","length_minutes":45,"rule":null,"last_date":null,"starts_at":1796306400,"ends_at":1796309100,"status":"cancelled","reason":"a cold","note":null,"ref":null,"currency":"USD","clash_allowed":0,"created_at":1795438800,"changed_at":1795438800,"length_said":0,"former_end":null}',NULL,NULL);
INSERT INTO "changes" VALUES(50,17,'sessions','3','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(51,17,'session_clients','3//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(52,17,'session_lines','3//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(53,18,'services','1','update','{"id":1,"code":"90834","description":"Psychotherapy, 45 minutes","length_minutes":45,"price":15000,"currency":"USD","charged_per":"session","archived":0}','{"id":1,"code":"90834","description":"Psychotherapy, 45 minutes","length_minutes":45,"price":16000,"currency":"USD","charged_per":"session","archived":0}',NULL);
INSERT INTO "changes" VALUES(54,19,'sessions','5','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(55,19,'session_clients','5//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(56,19,'session_lines','5//0','insert',NULL,NULL,NULL);
INSERT INTO "changes" VALUES(57,19,'imported_rows','1','insert',NULL,NULL,NULL);
CREATE TABLE client_fees (
    client INTEGER NOT NULL REFERENCES clients (id),
    service_code TEXT NOT NULL CHECK (length(service_code) BETWEEN 1 AND 100),
    price INTEGER NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    PRIMARY KEY (client, service_code)
) STRICT, WITHOUT ROWID;
INSERT INTO "client_fees" VALUES(1,'90834',12000,'USD');
CREATE TABLE client_professionals (
    client INTEGER NOT NULL REFERENCES clients (id),
    professional INTEGER NOT NULL REFERENCES professionals (id),
    PRIMARY KEY (client, professional)
) STRICT, WITHOUT ROWID;
INSERT INTO "client_professionals" VALUES(1,1);
INSERT INTO "client_professionals" VALUES(2,1);
INSERT INTO "client_professionals" VALUES(3,1);
INSERT INTO "client_professionals" VALUES(2,2);
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
INSERT INTO "clients" VALUES(1,'Anna Smith','anna smith','anna@example.com','555-0199',NULL,NULL,0);
INSERT INTO "clients" VALUES(2,'Zoë Müller','zoe muller',NULL,NULL,NULL,'Europe/Berlin',0);
INSERT INTO "clients" VALUES(3,'Jo Ng','jo ng',NULL,NULL,NULL,NULL,0);
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
INSERT INTO "feed_filters" VALUES(1,0,1,NULL,NULL,NULL);
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
INSERT INTO "feeds" VALUES(1,'lee','lee','lee.ics','code','2026-12-01','+12w',0,NULL,'0600',0);
CREATE TABLE imported_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL UNIQUE CHECK (length(ref) BETWEEN 1 AND 1100),
    words TEXT NOT NULL
) STRICT;
INSERT INTO "imported_rows" VALUES(1,'x-1','{"at":["2027-02-02 09:00"],"client":["ng"],"service":["90834"]}');
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
INSERT INTO "operations" VALUES(1,1795438800,'root','apply settings.yaml --no-input -q','forward',NULL,1,13,'8046bba88aef5c55fe2a0da49ce5a9e07943420e87621fbac6096021af717dba');
INSERT INTO "operations" VALUES(2,1795438800,'root','session add --professional lee --client smith --service 90834 --modifier 95 --at ''2026-12-01 14:00'' --repeat weekly --except 2026-12-15 --note ''by the door'' --no-input -q','forward',NULL,14,17,'3efd9c596f6b74853272d78fb250d85c2443eba2e9404184739b64feec13fadf');
INSERT INTO "operations" VALUES(3,1795438800,'root','session add --professional lee --client ng --client müller --service 90853 --at ''2026-12-02 10:00'' --repeat biweekly --times 6 --no-input -q','forward',NULL,18,21,'3f2c9987c6bab67c6431eddbc916abc814bad08b24b6eb169d64502088eee1ea');
INSERT INTO "operations" VALUES(4,1795438800,'root','session add --professional lee --client ng --service 90834 --at ''2026-12-03 09:00'' --room Video --no-input -q','forward',NULL,22,24,'e3a23fbac75578b675abb6627b45e636cf151c51f543817af7323882742b324a');
INSERT INTO "operations" VALUES(5,1795438800,'root','session move 1@2026-12-08 ''2026-12-09 15:00'' --no-input -q','forward',NULL,25,26,'aaad4aac1b3f20fc283998af6049e0d6c9e52e01425020805018171370e6e573');
INSERT INTO "operations" VALUES(6,1795438800,'root','session edit 1@2026-12-22 --client ng --service 90834=99.00 --note instead --no-input -q','forward',NULL,27,30,'db8e050ef9e298771fb3a4bda4965b79347c06d27c560deb9c43c49a007625d8');
INSERT INTO "operations" VALUES(7,1795438800,'root','session cancel 3 --reason ''a cold'' --no-input -q','forward',NULL,31,31,'89d439ca07ff6ada17e249756db69a2bf88de5ecefb730144e3a28e1a8c43908');
INSERT INTO "operations" VALUES(8,1796230800,'root','session mark 2@2026-12-02 attended --client ng --no-input -q','forward',NULL,32,34,'ef0ba7029ef6e5a6924fdee89c3db018082eeb16eef1e35d43d117f9884f5986');
INSERT INTO "operations" VALUES(9,1795438800,'root','session move 1 15:00 --from 2027-01-12 --no-input -q','forward',NULL,35,38,'8ac11aeac7d8534e965a7c2f5c2bbf78c57105c46756f05091dffe611c10502e');
INSERT INTO "operations" VALUES(10,1795438800,'root','client edit smith --phone 555-0199 --note none --no-input -q','forward',NULL,39,39,'113104a3a09a6d570d50d17a6ef8bf647a8bd13db5d9a1d7a674511fe6f3feaf');
INSERT INTO "operations" VALUES(11,1795438800,'root','room edit ''Room 1'' --capacity 3 --no-input -q','forward',NULL,40,40,'f93f185f86302cd3849a6c09d2947b1c33fe0a356ee4150844cb8c6b52eaaf5d');
INSERT INTO "operations" VALUES(12,1795438800,'root','undo --no-input -q','back',11,41,41,'dead53120f681579f90846af6818c73872a60e35567ed975c52c58d532b0b191');
INSERT INTO "operations" VALUES(13,1795438800,'root','redo --no-input -q','forward',12,42,42,'f5f60fce44e9571ee0aa9e6dab3a81e0a256930fd6fd8b5840548e016b851581');
INSERT INTO "operations" VALUES(14,1795438800,'root','client add ''Al Smithson'' --professional orr --no-input -q','forward',NULL,43,44,'1475f08b56c0f1c1596eb4750b2f4b35c1da16fa62153e858f8902a69968c84f');
INSERT INTO "operations" VALUES(15,1795438800,'root','client delete smithson --yes --no-input -q','forward',NULL,45,46,'f008c671dfc768208291b0d65c31bb4716729941cffde7606c295590a6df25dc');
INSERT INTO "operations" VALUES(16,1795438800,'root','session delete 3 --yes --no-input -q','forward',NULL,47,49,'d48296af898568feaa9f7e7c32716e3a8f490b979c0eb965f6e978958a09ba68');
INSERT INTO "operations" VALUES(17,1795438800,'root','undo --no-input -q','back',16,50,52,'d74bec165fdb8328810c83869ad194583392fbd3c9714a64df6d28b7fa70f43f');
INSERT INTO "operations" VALUES(18,1795438800,'root','service edit 90834 --price 160 --no-input -q','forward',NULL,53,53,'173dde704381e4aeae02ba279650d8fd2a55867c659e4a6c72cbab658831a556');
INSERT INTO "operations" VALUES(19,1795438800,'root','import rows.csv --professional lee --no-input -q','forward',NULL,54,57,'f7e253849241f467b2f6741fe11d49d024f6b602fb6c5e53d46159dbaa82d90c');
CREATE TABLE practice (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (length(name) <= 1000),
    time_zone TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    week_starts INTEGER NOT NULL CHECK (week_starts BETWEEN 0 AND 6),
    slot_minutes INTEGER NOT NULL CHECK (slot_minutes BETWEEN 1 AND 240)
) STRICT;
INSERT INTO "practice" VALUES(1,'Lakeside','America/New_York','USD',1,15);
CREATE TABLE practice_identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL CHECK (length(uid) BETWEEN 1 AND 100)
) STRICT;
INSERT INTO "practice_identity" VALUES(1,'17b1546a-54f3-8000-8000-7f99086708ea');
CREATE TABLE professional_fees (
    professional INTEGER NOT NULL REFERENCES professionals (id),
    service_code TEXT NOT NULL CHECK (length(service_code) BETWEEN 1 AND 100),
    price INTEGER NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    PRIMARY KEY (professional, service_code)
) STRICT, WITHOUT ROWID;
INSERT INTO "professional_fees" VALUES(1,'90834',14000,'USD');
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
INSERT INTO "professionals" VALUES(1,'lee','Dana Lee','dana lee','dana@lakeside.example','555 0100',1,'mon-fri 09:00-17:00',0);
INSERT INTO "professionals" VALUES(2,'orr','Sam Orr','sam orr',NULL,NULL,NULL,'mon-fri 09:00-17:00',0);
CREATE TABLE recurrences (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
    rule TEXT NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;
INSERT INTO "recurrences" VALUES(1,'every-6-weeks','FREQ=WEEKLY;INTERVAL=6',0);
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
INSERT INTO "rooms" VALUES(1,'Room 1','room 1','in-person',3,'12 Shore Rd',NULL,0);
INSERT INTO "rooms" VALUES(2,'Video','video','virtual',1,NULL,'https://video.example/lakeside',0);
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
INSERT INTO "services" VALUES(1,'90834','Psychotherapy, 45 minutes',45,16000,'USD','session',0);
INSERT INTO "services" VALUES(2,'90853','Group',90,6000,'USD','client',0);
CREATE TABLE session_attendance (
    session INTEGER NOT NULL REFERENCES sessions (id),
    slot TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    client INTEGER NOT NULL REFERENCES clients (id),
    status TEXT NOT NULL CHECK (status IN ('scheduled', 'attended', 'no-show', 'cancelled', 'late-cancelled')),
    PRIMARY KEY (session, slot, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "session_attendance" VALUES(2,'2026-12-02',0,3,'attended');
CREATE TABLE session_clashes (
    session INTEGER NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL CHECK (kind IN ('professional', 'client', 'room')),
    whose TEXT NOT NULL CHECK (whose IN ('session', 'professional', 'room', 'location', 'practice')),
    number INTEGER NOT NULL,
    start_local TEXT NOT NULL,
    end_local TEXT NOT NULL CHECK (end_local > start_local OR whose = 'session'),
    PRIMARY KEY (session, kind, whose, number, start_local, end_local)
) STRICT, WITHOUT ROWID;
CREATE TABLE session_clients (
    session INTEGER NOT NULL REFERENCES sessions (id),
    slot TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    client INTEGER NOT NULL REFERENCES clients (id),
    PRIMARY KEY (session, slot, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "session_clients" VALUES(1,'',0,1);
INSERT INTO "session_clients" VALUES(4,'',0,1);
INSERT INTO "session_clients" VALUES(2,'',1,2);
INSERT INTO "session_clients" VALUES(1,'2026-12-22',0,3);
INSERT INTO "session_clients" VALUES(2,'',0,3);
INSERT INTO "session_clients" VALUES(3,'',0,3);
INSERT INTO "session_clients" VALUES(5,'',0,3);
CREATE TABLE session_dates (
    session INTEGER NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL CHECK (kind IN ('added', 'excluded')),
    date TEXT NOT NULL,
    PRIMARY KEY (session, kind, date)
) STRICT, WITHOUT ROWID;
INSERT INTO "session_dates" VALUES(1,'excluded','2026-12-15');
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
INSERT INTO "session_lines" VALUES(1,'',0,1,'90834','Psychotherapy, 45 minutes',1,12000,'95','session');
INSERT INTO "session_lines" VALUES(1,'2026-12-22',0,1,'90834','Psychotherapy, 45 minutes',1,9900,NULL,'session');
INSERT INTO "session_lines" VALUES(2,'',0,2,'90853','Group',1,6000,NULL,'client');
INSERT INTO "session_lines" VALUES(3,'',0,1,'90834','Psychotherapy, 45 minutes',1,14000,NULL,'session');
INSERT INTO "session_lines" VALUES(4,'',0,1,'90834','Psychotherapy, 45 minutes',1,12000,'95','session');
INSERT INTO "session_lines" VALUES(5,'',0,1,'90834','Psychotherapy, 45 minutes',1,14000,NULL,'session');
CREATE TABLE session_yields (
    session INTEGER NOT NULL REFERENCES sessions (id),
    kind TEXT NOT NULL CHECK (kind IN ('professional', 'room', 'location', 'practice')),
    whose INTEGER NOT NULL,
    start_local TEXT NOT NULL,
    end_local TEXT NOT NULL CHECK (end_local > start_local),
    PRIMARY KEY (session, kind, whose, start_local)
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
    changed_at INTEGER NOT NULL, length_said INTEGER CHECK (length_said IN (0, 1)), former_end TEXT CHECK (length(former_end) <= 65536),
    CHECK (rule IS NOT NULL OR ends_at IS NOT NULL)
) STRICT;
INSERT INTO "sessions" VALUES(1,'f7434898-3e0d-8000-8000-72e29d7e271a',3,1,1,'America/New_York','2026-12-01T14:00:00',45,'FREQ=WEEKLY;UNTIL=20270105','2027-01-05',1796151600,1799178300,'scheduled',NULL,'by the door',NULL,'USD',0,1795438800,1795438800,0,NULL);
INSERT INTO "sessions" VALUES(2,'41ba7c51-919b-8000-8000-e0b650df110f',1,1,1,'America/New_York','2026-12-02T10:00:00',90,'FREQ=WEEKLY;INTERVAL=2;COUNT=6','2027-02-10',1796223600,1802277000,'scheduled',NULL,NULL,NULL,'USD',0,1795438800,1796230800,0,NULL);
INSERT INTO "sessions" VALUES(3,'b337fad0-41bc-8000-8000-e6e484368f3b',2,1,2,'America/New_York','2026-12-03T09:00:00',45,NULL,NULL,1796306400,1796309100,'cancelled','a cold',NULL,NULL,'USD',0,1795438800,1795438800,0,NULL);
INSERT INTO "sessions" VALUES(4,'7ff1ffda-2e24-8000-8000-29fad8e3e937',0,1,1,'America/New_York','2027-01-12T15:00:00',45,'FREQ=WEEKLY',NULL,1799784000,NULL,'scheduled',NULL,'by the door',NULL,'USD',0,1795438800,1795438800,0,NULL);
INSERT INTO "sessions" VALUES(5,'43a3975e-7342-8000-8000-4c367e062c39',0,1,1,'America/New_York','2027-02-02T09:00:00',45,NULL,NULL,1801576800,1801579500,'scheduled',NULL,NULL,'x-1','USD',0,1795438800,1795438800,0,NULL);
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
INSERT INTO "slot_changes" VALUES(1,'2026-12-08','2026-12-09T15:00:00',NULL,NULL,NULL,0,0,NULL,'scheduled',NULL,1796846400,1796849100);
INSERT INTO "slot_changes" VALUES(1,'2026-12-22',NULL,NULL,NULL,NULL,1,1,'instead','scheduled',NULL,1797966000,1797968700);
INSERT INTO "slot_changes" VALUES(2,'2026-12-02',NULL,NULL,NULL,NULL,0,0,NULL,'scheduled',NULL,1796223600,1796229000);
CREATE TABLE time_off (
    professional INTEGER NOT NULL REFERENCES professionals (id),
    start_local TEXT NOT NULL,
    end_local TEXT NOT NULL CHECK (end_local > start_local),
    reason TEXT CHECK (length(reason) <= 65536),
    PRIMARY KEY (professional, start_local)
) STRICT, WITHOUT ROWID;
INSERT INTO "time_off" VALUES(1,'2026-12-24T00:00:00','2026-12-27T00:00:00','winter, "away"');
CREATE TABLE uid_sequences (
    uid TEXT PRIMARY KEY CHECK (length(uid) BETWEEN 1 AND 1000),
    sequence INTEGER NOT NULL CHECK (sequence >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO "uid_sequences" VALUES('b337fad0-41bc-8000-8000-e6e484368f3b',1);
CREATE UNIQUE INDEX rooms_name ON rooms (name_folded);
CREATE UNIQUE INDEX professionals_code ON professionals (lower(code));
CREATE UNIQUE INDEX services_code ON services (lower(code));
CREATE UNIQUE INDEX recurrences_name ON recurrences (lower(name));
CREATE INDEX client_professionals_professional ON client_professionals (professional);
CREATE UNIQUE INDEX sessions_ref ON sessions (ref) WHERE ref IS NOT NULL;
CREATE INDEX sessions_single_start ON sessions (starts_at) WHERE rule IS NULL;
CREATE INDEX sessions_single_professional ON sessions (professional, starts_at) WHERE rule IS NULL;
CREATE INDEX sessions_single_room ON sessions (room, starts_at) WHERE rule IS NULL;
CREATE INDEX sessions_series_end ON sessions (ends_at) WHERE rule IS NOT NULL;
CREATE INDEX sessions_series_professional ON sessions (professional, ends_at) WHERE rule IS NOT NULL;
CREATE INDEX sessions_series_room ON sessions (room, ends_at) WHERE rule IS NOT NULL;
CREATE INDEX slot_changes_start ON slot_changes (starts_at);
CREATE INDEX slot_changes_professional ON slot_changes (professional) WHERE professional IS NOT NULL;
CREATE INDEX slot_changes_room ON slot_changes (room) WHERE room IS NOT NULL;
CREATE INDEX session_clients_client ON session_clients (client);
CREATE UNIQUE INDEX operations_open ON operations ((1)) WHERE hash IS NULL;
CREATE UNIQUE INDEX operations_undoes ON operations (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER operations_keep BEFORE UPDATE ON operations WHEN OLD.hash IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER operations_stay BEFORE DELETE ON operations
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER changes_keep BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER changes_stay BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE UNIQUE INDEX feeds_name ON feeds (name_folded);
CREATE INDEX sessions_uid ON sessions (uid);
CREATE TRIGGER sessions_keep_sequence AFTER DELETE ON sessions
BEGIN
    INSERT INTO uid_sequences (uid, sequence) VALUES (OLD.uid, OLD.sequence)
    ON CONFLICT (uid) DO UPDATE SET sequence = max(sequence, excluded.sequence);
END;
CREATE INDEX session_clashes_other ON session_clashes (number) WHERE whose = 'session';
CREATE TRIGGER journal_practice_insert AFTER insert ON practice BEGIN SELECT row_inserted('practice', NEW.id); END;
CREATE TRIGGER journal_practice_update AFTER update ON practice BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'practice', NEW.id, 'update', row_image('id', OLD.id, 'name', OLD.name, 'time_zone', OLD.time_zone, 'currency', OLD.currency, 'week_starts', OLD.week_starts, 'slot_minutes', OLD.slot_minutes), row_image('id', NEW.id, 'name', NEW.name, 'time_zone', NEW.time_zone, 'currency', NEW.currency, 'week_starts', NEW.week_starts, 'slot_minutes', NEW.slot_minutes)); END;
CREATE TRIGGER journal_practice_delete AFTER delete ON practice BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'practice', OLD.id, 'delete', row_image('id', OLD.id, 'name', OLD.name, 'time_zone', OLD.time_zone, 'currency', OLD.currency, 'week_starts', OLD.week_starts, 'slot_minutes', OLD.slot_minutes)); END;
CREATE TRIGGER journal_rooms_insert AFTER insert ON rooms BEGIN SELECT row_inserted('rooms', NEW.id); END;
CREATE TRIGGER journal_rooms_update AFTER update ON rooms BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'rooms', NEW.id, 'update', row_image('id', OLD.id, 'name', OLD.name, 'name_folded', OLD.name_folded, 'kind', OLD.kind, 'capacity', OLD.capacity, 'address', OLD.address, 'link', OLD.link, 'archived', OLD.archived), row_image('id', NEW.id, 'name', NEW.name, 'name_folded', NEW.name_folded, 'kind', NEW.kind, 'capacity', NEW.capacity, 'address', NEW.address, 'link', NEW.link, 'archived', NEW.archived)); END;
CREATE TRIGGER journal_rooms_delete AFTER delete ON rooms BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'rooms', OLD.id, 'delete', row_image('id', OLD.id, 'name', OLD.name, 'name_folded', OLD.name_folded, 'kind', OLD.kind, 'capacity', OLD.capacity, 'address', OLD.address, 'link', OLD.link, 'archived', OLD.archived)); END;
CREATE TRIGGER journal_professionals_insert AFTER insert ON professionals BEGIN SELECT row_inserted('professionals', NEW.id); END;
CREATE TRIGGER journal_professionals_update AFTER update ON professionals BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'professionals', NEW.id, 'update', row_image('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'name_folded', OLD.name_folded, 'email', OLD.email, 'phone', OLD.phone, 'room', OLD.room, 'hours', OLD.hours, 'archived', OLD.archived), row_image('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'name_folded', NEW.name_folded, 'email', NEW.email, 'phone', NEW.phone, 'room', NEW.room, 'hours', NEW.hours, 'archived', NEW.archived)); END;
CREATE TRIGGER journal_professionals_delete AFTER delete ON professionals BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'professionals', OLD.id, 'delete', row_image('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'name_folded', OLD.name_folded, 'email', OLD.email, 'phone', OLD.phone, 'room', OLD.room, 'hours', OLD.hours, 'archived', OLD.archived)); END;
CREATE TRIGGER journal_professional_fees_insert AFTER insert ON professional_fees BEGIN SELECT row_inserted('professional_fees', NEW.professional, NEW.service_code); END;
CREATE TRIGGER journal_professional_fees_update AFTER update ON professional_fees BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'professional_fees', NEW.professional || '/' || NEW.service_code, 'update', row_image('professional', OLD.professional, 'service_code', OLD.service_code, 'price', OLD.price, 'currency', OLD.currency), row_image('professional', NEW.professional, 'service_code', NEW.service_code, 'price', NEW.price, 'currency', NEW.currency)); END;
CREATE TRIGGER journal_professional_fees_delete AFTER delete ON professional_fees BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'professional_fees', OLD.professional || '/' || OLD.service_code, 'delete', row_image('professional', OLD.professional, 'service_code', OLD.service_code, 'price', OLD.price, 'currency', OLD.currency)); END;
CREATE TRIGGER journal_time_off_insert AFTER insert ON time_off BEGIN SELECT row_inserted('time_off', NEW.professional, NEW.start_local); END;
CREATE TRIGGER journal_time_off_update AFTER update ON time_off BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'time_off', NEW.professional || '/' || NEW.start_local, 'update', row_image('professional', OLD.professional, 'start_local', OLD.start_local, 'end_local', OLD.end_local, 'reason', OLD.reason), row_image('professional', NEW.professional, 'start_local', NEW.start_local, 'end_local', NEW.end_local, 'reason', NEW.reason)); END;
CREATE TRIGGER journal_time_off_delete AFTER delete ON time_off BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'time_off', OLD.professional || '/' || OLD.start_local, 'delete', row_image('professional', OLD.professional, 'start_local', OLD.start_local, 'end_local', OLD.end_local, 'reason', OLD.reason)); END;
CREATE TRIGGER journal_services_insert AFTER insert ON services BEGIN SELECT row_inserted('services', NEW.id); END;
CREATE TRIGGER journal_services_update AFTER update ON services BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'services', NEW.id, 'update', row_image('id', OLD.id, 'code', OLD.code, 'description', OLD.description, 'length_minutes', OLD.length_minutes, 'price', OLD.price, 'currency', OLD.currency, 'charged_per', OLD.charged_per, 'archived', OLD.archived), row_image('id', NEW.id, 'code', NEW.code, 'description', NEW.description, 'length_minutes', NEW.length_minutes, 'price', NEW.price, 'currency', NEW.currency, 'charged_per', NEW.charged_per, 'archived', NEW.archived)); END;
CREATE TRIGGER journal_services_delete AFTER delete ON services BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'services', OLD.id, 'delete', row_image('id', OLD.id, 'code', OLD.code, 'description', OLD.description, 'length_minutes', OLD.length_minutes, 'price', OLD.price, 'currency', OLD.currency, 'charged_per', OLD.charged_per, 'archived', OLD.archived)); END;
CREATE TRIGGER journal_recurrences_insert AFTER insert ON recurrences BEGIN SELECT row_inserted('recurrences', NEW.id); END;
CREATE TRIGGER journal_recurrences_update AFTER update ON recurrences BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'recurrences', NEW.id, 'update', row_image('id', OLD.id, 'name', OLD.name, 'rule', OLD.rule, 'archived', OLD.archived), row_image('id', NEW.id, 'name', NEW.name, 'rule', NEW.rule, 'archived', NEW.archived)); END;
CREATE TRIGGER journal_recurrences_delete AFTER delete ON recurrences BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'recurrences', OLD.id, 'delete', row_image('id', OLD.id, 'name', OLD.name, 'rule', OLD.rule, 'archived', OLD.archived)); END;
CREATE TRIGGER journal_clients_insert AFTER insert ON clients BEGIN SELECT row_inserted('clients', NEW.id); END;
CREATE TRIGGER journal_clients_update AFTER update ON clients BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'clients', NEW.id, 'update', row_image('id', OLD.id, 'name', OLD.name, 'name_folded', OLD.name_folded, 'email', OLD.email, 'phone', OLD.phone, 'note', OLD.note, 'time_zone', OLD.time_zone, 'archived', OLD.archived), row_image('id', NEW.id, 'name', NEW.name, 'name_folded', NEW.name_folded, 'email', NEW.email, 'phone', NEW.phone, 'note', NEW.note, 'time_zone', NEW.time_zone, 'archived', NEW.archived)); END;
CREATE TRIGGER journal_clients_delete AFTER delete ON clients BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'clients', OLD.id, 'delete', row_image('id', OLD.id, 'name', OLD.name, 'name_folded', OLD.name_folded, 'email', OLD.email, 'phone', OLD.phone, 'note', OLD.note, 'time_zone', OLD.time_zone, 'archived', OLD.archived)); END;
CREATE TRIGGER journal_client_professionals_insert AFTER insert ON client_professionals BEGIN SELECT row_inserted('client_professionals', NEW.client, NEW.professional); END;
CREATE TRIGGER journal_client_professionals_update AFTER update ON client_professionals BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'client_professionals', NEW.client || '/' || NEW.professional, 'update', row_image('client', OLD.client, 'professional', OLD.professional), row_image('client', NEW.client, 'professional', NEW.professional)); END;
CREATE TRIGGER journal_client_professionals_delete AFTER delete ON client_professionals BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'client_professionals', OLD.client || '/' || OLD.professional, 'delete', row_image('client', OLD.client, 'professional', OLD.professional)); END;
CREATE TRIGGER journal_client_fees_insert AFTER insert ON client_fees BEGIN SELECT row_inserted('client_fees', NEW.client, NEW.service_code); END;
CREATE TRIGGER journal_client_fees_update AFTER update ON client_fees BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'client_fees', NEW.client || '/' || NEW.service_code, 'update', row_image('client', OLD.client, 'service_code', OLD.service_code, 'price', OLD.price, 'currency', OLD.currency), row_image('client', NEW.client, 'service_code', NEW.service_code, 'price', NEW.price, 'currency', NEW.currency)); END;
CREATE TRIGGER journal_client_fees_delete AFTER delete ON client_fees BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'client_fees', OLD.client || '/' || OLD.service_code, 'delete', row_image('client', OLD.client, 'service_code', OLD.service_code, 'price', OLD.price, 'currency', OLD.currency)); END;
CREATE TRIGGER journal_sessions_insert AFTER insert ON sessions BEGIN SELECT row_inserted('sessions', NEW.id); END;
CREATE TRIGGER journal_sessions_update AFTER update ON sessions BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'sessions', NEW.id, 'update', row_image('id', OLD.id, 'uid', OLD.uid, 'sequence', OLD.sequence, 'professional', OLD.professional, 'room', OLD.room, 'time_zone', OLD.time_zone, 'start_local', OLD.start_local, 'length_minutes', OLD.length_minutes, 'rule', OLD.rule, 'last_date', OLD.last_date, 'starts_at', OLD.starts_at, 'ends_at', OLD.ends_at, 'status', OLD.status, 'reason', OLD.reason, 'note', OLD.note, 'ref', OLD.ref, 'currency', OLD.currency, 'clash_allowed', OLD.clash_allowed, 'created_at', OLD.created_at, 'changed_at', OLD.changed_at, 'length_said', OLD.length_said, 'former_end', OLD.former_end), row_image('id', NEW.id, 'uid', NEW.uid, 'sequence', NEW.sequence, 'professional', NEW.professional, 'room', NEW.room, 'time_zone', NEW.time_zone, 'start_local', NEW.start_local, 'length_minutes', NEW.length_minutes, 'rule', NEW.rule, 'last_date', NEW.last_date, 'starts_at', NEW.starts_at, 'ends_at', NEW.ends_at, 'status', NEW.status, 'reason', NEW.reason, 'note', NEW.note, 'ref', NEW.ref, 'currency', NEW.currency, 'clash_allowed', NEW.clash_allowed, 'created_at', NEW.created_at, 'changed_at', NEW.changed_at, 'length_said', NEW.length_said, 'former_end', NEW.former_end)); END;
CREATE TRIGGER journal_sessions_delete AFTER delete ON sessions BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'sessions', OLD.id, 'delete', row_image('id', OLD.id, 'uid', OLD.uid, 'sequence', OLD.sequence, 'professional', OLD.professional, 'room', OLD.room, 'time_zone', OLD.time_zone, 'start_local', OLD.start_local, 'length_minutes', OLD.length_minutes, 'rule', OLD.rule, 'last_date', OLD.last_date, 'starts_at', OLD.starts_at, 'ends_at', OLD.ends_at, 'status', OLD.status, 'reason', OLD.reason, 'note', OLD.note, 'ref', OLD.ref, 'currency', OLD.currency, 'clash_allowed', OLD.clash_allowed, 'created_at', OLD.created_at, 'changed_at', OLD.changed_at, 'length_said', OLD.length_said, 'former_end', OLD.former_end)); END;
CREATE TRIGGER journal_session_dates_insert AFTER insert ON session_dates BEGIN SELECT row_inserted('session_dates', NEW.session, NEW.kind, NEW.date); END;
CREATE TRIGGER journal_session_dates_update AFTER update ON session_dates BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'session_dates', NEW.session || '/' || NEW.kind || '/' || NEW.date, 'update', row_image('session', OLD.session, 'kind', OLD.kind, 'date', OLD.date), row_image('session', NEW.session, 'kind', NEW.kind, 'date', NEW.date)); END;
CREATE TRIGGER journal_session_dates_delete AFTER delete ON session_dates BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'session_dates', OLD.session || '/' || OLD.kind || '/' || OLD.date, 'delete', row_image('session', OLD.session, 'kind', OLD.kind, 'date', OLD.date)); END;
CREATE TRIGGER journal_slot_changes_insert AFTER insert ON slot_changes BEGIN SELECT row_inserted('slot_changes', NEW.session, NEW.slot); END;
CREATE TRIGGER journal_slot_changes_update AFTER update ON slot_changes BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'slot_changes', NEW.session || '/' || NEW.slot, 'update', row_image('session', OLD.session, 'slot', OLD.slot, 'start_local', OLD.start_local, 'length_minutes', OLD.length_minutes, 'professional', OLD.professional, 'room', OLD.room, 'own_clients', OLD.own_clients, 'own_lines', OLD.own_lines, 'note', OLD.note, 'status', OLD.status, 'reason', OLD.reason, 'starts_at', OLD.starts_at, 'ends_at', OLD.ends_at), row_image('session', NEW.session, 'slot', NEW.slot, 'start_local', NEW.start_local, 'length_minutes', NEW.length_minutes, 'professional', NEW.professional, 'room', NEW.room, 'own_clients', NEW.own_clients, 'own_lines', NEW.own_lines, 'note', NEW.note, 'status', NEW.status, 'reason', NEW.reason, 'starts_at', NEW.starts_at, 'ends_at', NEW.ends_at)); END;
CREATE TRIGGER journal_slot_changes_delete AFTER delete ON slot_changes BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'slot_changes', OLD.session || '/' || OLD.slot, 'delete', row_image('session', OLD.session, 'slot', OLD.slot, 'start_local', OLD.start_local, 'length_minutes', OLD.length_minutes, 'professional', OLD.professional, 'room', OLD.room, 'own_clients', OLD.own_clients, 'own_lines', OLD.own_lines, 'note', OLD.note, 'status', OLD.status, 'reason', OLD.reason, 'starts_at', OLD.starts_at, 'ends_at', OLD.ends_at)); END;
CREATE TRIGGER journal_session_clients_insert AFTER insert ON session_clients BEGIN SELECT row_inserted('session_clients', NEW.session, NEW.slot, NEW.position); END;
CREATE TRIGGER journal_session_clients_update AFTER update ON session_clients BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'session_clients', NEW.session || '/' || NEW.slot || '/' || NEW.position, 'update', row_image('session', OLD.session, 'slot', OLD.slot, 'position', OLD.position, 'client', OLD.client), row_image('session', NEW.session, 'slot', NEW.slot, 'position', NEW.position, 'client', NEW.client)); END;
CREATE TRIGGER journal_session_clients_delete AFTER delete ON session_clients BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'session_clients', OLD.session || '/' || OLD.slot || '/' || OLD.position, 'delete', row_image('session', OLD.session, 'slot', OLD.slot, 'position', OLD.position, 'client', OLD.client)); END;
CREATE TRIGGER journal_session_lines_insert AFTER insert ON session_lines BEGIN SELECT row_inserted('session_lines', NEW.session, NEW.slot, NEW.position); END;
CREATE TRIGGER journal_session_lines_update AFTER update ON session_lines BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'session_lines', NEW.session || '/' || NEW.slot || '/' || NEW.position, 'update', row_image('session', OLD.session, 'slot', OLD.slot, 'position', OLD.position, 'service', OLD.service, 'code', OLD.code, 'description', OLD.description, 'units', OLD.units, 'price', OLD.price, 'modifiers', OLD.modifiers, 'charged_per', OLD.charged_per), row_image('session', NEW.session, 'slot', NEW.slot, 'position', NEW.position, 'service', NEW.service, 'code', NEW.code, 'description', NEW.description, 'units', NEW.units, 'price', NEW.price, 'modifiers', NEW.modifiers, 'charged_per', NEW.charged_per)); END;
CREATE TRIGGER journal_session_lines_delete AFTER delete ON session_lines BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'session_lines', OLD.session || '/' || OLD.slot || '/' || OLD.position, 'delete', row_image('session', OLD.session, 'slot', OLD.slot, 'position', OLD.position, 'service', OLD.service, 'code', OLD.code, 'description', OLD.description, 'units', OLD.units, 'price', OLD.price, 'modifiers', OLD.modifiers, 'charged_per', OLD.charged_per)); END;
CREATE TRIGGER journal_session_attendance_insert AFTER insert ON session_attendance BEGIN SELECT row_inserted('session_attendance', NEW.session, NEW.slot, NEW.position); END;
CREATE TRIGGER journal_session_attendance_update AFTER update ON session_attendance BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'session_attendance', NEW.session || '/' || NEW.slot || '/' || NEW.position, 'update', row_image('session', OLD.session, 'slot', OLD.slot, 'position', OLD.position, 'client', OLD.client, 'status', OLD.status), row_image('session', NEW.session, 'slot', NEW.slot, 'position', NEW.position, 'client', NEW.client, 'status', NEW.status)); END;
CREATE TRIGGER journal_session_attendance_delete AFTER delete ON session_attendance BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'session_attendance', OLD.session || '/' || OLD.slot || '/' || OLD.position, 'delete', row_image('session', OLD.session, 'slot', OLD.slot, 'position', OLD.position, 'client', OLD.client, 'status', OLD.status)); END;
CREATE TRIGGER journal_session_yields_insert AFTER insert ON session_yields BEGIN SELECT row_inserted('session_yields', NEW.session, NEW.kind, NEW.whose, NEW.start_local); END;
CREATE TRIGGER journal_session_yields_update AFTER update ON session_yields BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'session_yields', NEW.session || '/' || NEW.kind || '/' || NEW.whose || '/' || NEW.start_local, 'update', row_image('session', OLD.session, 'kind', OLD.kind, 'whose', OLD.whose, 'start_local', OLD.start_local, 'end_local', OLD.end_local), row_image('session', NEW.session, 'kind', NEW.kind, 'whose', NEW.whose, 'start_local', NEW.start_local, 'end_local', NEW.end_local)); END;
CREATE TRIGGER journal_session_yields_delete AFTER delete ON session_yields BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'session_yields', OLD.session || '/' || OLD.kind || '/' || OLD.whose || '/' || OLD.start_local, 'delete', row_image('session', OLD.session, 'kind', OLD.kind, 'whose', OLD.whose, 'start_local', OLD.start_local, 'end_local', OLD.end_local)); END;
CREATE TRIGGER journal_session_clashes_insert AFTER insert ON session_clashes BEGIN SELECT row_inserted('session_clashes', NEW.session, NEW.kind, NEW.whose, NEW.number, NEW.start_local, NEW.end_local); END;
CREATE TRIGGER journal_session_clashes_update AFTER update ON session_clashes BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'session_clashes', NEW.session || '/' || NEW.kind || '/' || NEW.whose || '/' || NEW.number || '/' || NEW.start_local || '/' || NEW.end_local, 'update', row_image('session', OLD.session, 'kind', OLD.kind, 'whose', OLD.whose, 'number', OLD.number, 'start_local', OLD.start_local, 'end_local', OLD.end_local), row_image('session', NEW.session, 'kind', NEW.kind, 'whose', NEW.whose, 'number', NEW.number, 'start_local', NEW.start_local, 'end_local', NEW.end_local)); END;
CREATE TRIGGER journal_session_clashes_delete AFTER delete ON session_clashes BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'session_clashes', OLD.session || '/' || OLD.kind || '/' || OLD.whose || '/' || OLD.number || '/' || OLD.start_local || '/' || OLD.end_local, 'delete', row_image('session', OLD.session, 'kind', OLD.kind, 'whose', OLD.whose, 'number', OLD.number, 'start_local', OLD.start_local, 'end_local', OLD.end_local)); END;
CREATE TRIGGER journal_feeds_insert AFTER insert ON feeds BEGIN SELECT row_inserted('feeds', NEW.id); END;
CREATE TRIGGER journal_feeds_update AFTER update ON feeds BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'feeds', NEW.id, 'update', row_image('id', OLD.id, 'name', OLD.name, 'name_folded', OLD.name_folded, 'file', OLD.file, 'privacy', OLD.privacy, 'since', OLD.since, 'until', OLD.until, 'show_cancelled', OLD.show_cancelled, 'per', OLD.per, 'mode', OLD.mode, 'archived', OLD.archived), row_image('id', NEW.id, 'name', NEW.name, 'name_folded', NEW.name_folded, 'file', NEW.file, 'privacy', NEW.privacy, 'since', NEW.since, 'until', NEW.until, 'show_cancelled', NEW.show_cancelled, 'per', NEW.per, 'mode', NEW.mode, 'archived', NEW.archived)); END;
CREATE TRIGGER journal_feeds_delete AFTER delete ON feeds BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'feeds', OLD.id, 'delete', row_image('id', OLD.id, 'name', OLD.name, 'name_folded', OLD.name_folded, 'file', OLD.file, 'privacy', OLD.privacy, 'since', OLD.since, 'until', OLD.until, 'show_cancelled', OLD.show_cancelled, 'per', OLD.per, 'mode', OLD.mode, 'archived', OLD.archived)); END;
CREATE TRIGGER journal_feed_filters_insert AFTER insert ON feed_filters BEGIN SELECT row_inserted('feed_filters', NEW.feed, NEW.position); END;
CREATE TRIGGER journal_feed_filters_update AFTER update ON feed_filters BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'feed_filters', NEW.feed || '/' || NEW.position, 'update', row_image('feed', OLD.feed, 'position', OLD.position, 'professional', OLD.professional, 'room', OLD.room, 'client', OLD.client, 'service', OLD.service), row_image('feed', NEW.feed, 'position', NEW.position, 'professional', NEW.professional, 'room', NEW.room, 'client', NEW.client, 'service', NEW.service)); END;
CREATE TRIGGER journal_feed_filters_delete AFTER delete ON feed_filters BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'feed_filters', OLD.feed || '/' || OLD.position, 'delete', row_image('feed', OLD.feed, 'position', OLD.position, 'professional', OLD.professional, 'room', OLD.room, 'client', OLD.client, 'service', OLD.service)); END;
CREATE TRIGGER journal_imported_rows_insert AFTER insert ON imported_rows BEGIN SELECT row_inserted('imported_rows', NEW.id); END;
CREATE TRIGGER journal_imported_rows_update AFTER update ON imported_rows BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before, after) VALUES (change_number(), open_operation(), 'imported_rows', NEW.id, 'update', row_image('id', OLD.id, 'ref', OLD.ref, 'words', OLD.words), row_image('id', NEW.id, 'ref', NEW.ref, 'words', NEW.words)); END;
CREATE TRIGGER journal_imported_rows_delete AFTER delete ON imported_rows BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before) VALUES (change_number(), open_operation(), 'imported_rows', OLD.id, 'delete', row_image('id', OLD.id, 'ref', OLD.ref, 'words', OLD.words)); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('operations',19);
INSERT INTO "sqlite_sequence" VALUES('rooms',2);
INSERT INTO "sqlite_sequence" VALUES('services',2);
INSERT INTO "sqlite_sequence" VALUES('recurrences',1);
INSERT INTO "sqlite_sequence" VALUES('professionals',2);
INSERT INTO "sqlite_sequence" VALUES('clients',4);
INSERT INTO "sqlite_sequence" VALUES('feeds',1);
INSERT INTO "sqlite_sequence" VALUES('sessions',5);
INSERT INTO "sqlite_sequence" VALUES('imported_rows',1);
COMMIT;
