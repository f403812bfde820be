// SPDX-License-Identifier: MIT
#include "app/import/record_import.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/settings/record_entries.h"
#include "app/settings/settings_change.h"
#include "practice/plain_text.h"
#include "store/sqlite/errors.h"
#include "text/fold.h"

namespace practice::app {
namespace {

EntryWords words_of(const ScheduleFile& file, const ScheduleRow& row) {
    EntryWords words;
    for (const auto& cell : row.cells) { words.add(file.columns[cell.column], cell.text); }
    return words;
}

std::string folded(const std::optional<std::string>& text) {
    return text ? text::fold(*text) : std::string{};
}

/// What names a thing in a file: two rows with the same are about the same.
std::string key_of(const EntryWords& words, const Professional*) {
    return small_letters(words.value("code").value_or(folded(words.value("name"))));
}
std::string key_of(const EntryWords& words, const Room*) {
    return folded(words.value("name"));
}
std::string key_of(const EntryWords& words, const Service*) {
    return small_letters(words.value("code").value_or(""));
}
std::string key_of(const EntryWords& words, const Client*) {
    return folded(words.value("name")) + '\n' + small_letters(words.value("email").value_or(""));
}

bool is_meant(const Professional& one, const EntryWords& words) {
    if (const auto code = words.value("code")) { return small_letters(one.code) == small_letters(*code); }
    return one.name.folded == folded(words.value("name"));
}
bool is_meant(const Room& one, const EntryWords& words) {
    return one.name.folded == folded(words.value("name"));
}
bool is_meant(const Service& one, const EntryWords& words) {
    return small_letters(one.code) == small_letters(words.value("code").value_or(""));
}
bool is_meant(const Client& one, const EntryWords& words) {
    const auto email = words.value("email");
    return one.name.folded == folded(words.value("name")) &&
           (!email || one.email.empty() || small_letters(one.email) == small_letters(*email));
}

/// Where the values of an entry come from, so that what is wrong with one is told with its column.
class Places {
public:
    Places(const ScheduleFile& file, std::size_t line) : file_{file}, line_{static_cast<int>(line)} {}

    void mark(Given& value, std::string_view column) const {
        if (value) { mark(*value, column); }
    }
    void mark(Written& value, std::string_view column) const {
        const auto found = std::ranges::find(file_.columns, column);
        value.spot = {line_, static_cast<int>(found - file_.columns.begin()) + 1};
    }
    void mark(std::optional<std::vector<FeeEntry>>& fees) const {
        for (auto& fee : fees ? *fees : none_) {
            mark(fee.service, "fee");
            mark(fee.price, "fee");
        }
    }
    [[nodiscard]] Spot row() const { return {line_, 0}; }

private:
    const ScheduleFile& file_;
    int line_;
    mutable std::vector<FeeEntry> none_;
};

void mark(ProfessionalEntry& entry, const Places& places) {
    places.mark(entry.code, "code");
    places.mark(entry.name, "name");
    places.mark(entry.email, "email");
    places.mark(entry.phone, "phone");
    places.mark(entry.room, "room");
    places.mark(entry.fees);
    if (entry.hours) {
        for (auto& hours : *entry.hours) { places.mark(hours.spans, "hours"); }
    }
    if (!entry.time_off) { return; }
    for (auto& off : *entry.time_off) {
        places.mark(off.from, "add-time-off");
        places.mark(off.to, "add-time-off");
        places.mark(off.reason, "reason");
    }
}
void mark(RoomEntry& entry, const Places& places) {
    places.mark(entry.name, "name");
    places.mark(entry.kind, "kind");
    places.mark(entry.address, "address");
    places.mark(entry.link, "link");
    places.mark(entry.capacity, "capacity");
}
void mark(ServiceEntry& entry, const Places& places) {
    places.mark(entry.code, "code");
    places.mark(entry.description, "description");
    places.mark(entry.length, "length");
    places.mark(entry.price, "price");
    places.mark(entry.per, "per");
}
void mark(ClientEntry& entry, const Places& places) {
    places.mark(entry.name, "name");
    places.mark(entry.email, "email");
    places.mark(entry.phone, "phone");
    places.mark(entry.note, "note");
    places.mark(entry.time_zone, "time-zone");
    places.mark(entry.fees);
    if (!entry.professionals) { return; }
    for (auto& one : *entry.professionals) { places.mark(one, "professional"); }
}

ProfessionalEntry entry_of(const EntryWords& words, const Office& office, const Directory& directory,
                           const Professional* present) {
    return professional_entry(words, office, directory, present);
}
RoomEntry entry_of(const EntryWords& words, const Office&, const Directory&, const Room*) {
    return room_entry(words);
}
ServiceEntry entry_of(const EntryWords& words, const Office&, const Directory&, const Service*) {
    return service_entry(words);
}
ClientEntry entry_of(const EntryWords& words, const Office& office, const Directory& directory, const Client* present) {
    auto entry = client_entry(words, directory, present);
    if (present == nullptr && !entry.professionals) {
        if (const auto you = office.configuration.get("professional")) {
            entry.professionals = std::vector{Written{directory.find_professional(*you).code, {}}};
        }
    }
    return entry;
}

template <class Thing>
class RecordImport {
public:
    using Kind = RecordKind<Thing>;

    RecordImport(Office& office, const ScheduleFile& file, ImportReport& report)
        : office_{office}, file_{file}, report_{report}, directory_{office} {
        for (const auto& thing : Kind::all(directory_)) { known_.emplace(thing_key(thing), &thing); }
    }

    ImportedRecords run(bool keep_going) {
        for (std::size_t row = 0; row < file_.rows.size(); ++row) { read(row); }
        ImportedRecords imported;
        auto plan = planned();
        if (report_.stopped() && !keep_going) { return imported; }
        auto& time_off = imported.time_off.emplace(office_);
        auto& booked = imported.booked.emplace(office_, plan);
        save(*office_.database, plan);
        time_off.settle();
        booked.look();
        report(plan);
        imported.changes = std::move(plan.changes);
        return imported;
    }

private:
    struct Entry {
        std::size_t row = 0;
        typename Kind::Entry entry;
    };

    /// By which few of all are looked at closely.
    static std::string thing_key(const Professional& one) { return small_letters(one.code); }
    static std::string thing_key(const Room& one) { return one.name.folded; }
    static std::string thing_key(const Service& one) { return small_letters(one.code); }
    static std::string thing_key(const Client& one) { return one.name.folded; }

    [[nodiscard]] const Thing* present(const EntryWords& words, const std::string& key) const {
        std::vector<const Thing*> found;
        const auto [from, to] = known_.equal_range(key.substr(0, key.find('\n')));
        for (auto at = from; at != to; ++at) {
            if (is_meant(*at->second, words)) { found.push_back(at->second); }
        }
        if (found.size() > 1) {
            Problem problem{practice::quoted(key.substr(0, key.find('\n'))) + " could be any of " +
                                std::to_string(found.size()) + " " + std::string{Kind::noun} + "s",
                            "say which by the email address, or change it with 'practice client edit CLIENT'",
                            std::nullopt,
                            {}};
            for (const auto* one : found) { problem.details.push_back(called(*one)); }
            throw Refusal{RefusalKind::ambiguous, std::move(problem)};
        }
        return found.empty() ? nullptr : found.front();
    }

    void read(std::size_t row) {
        if (report_.outcome(row) == RowOutcome::rejected) { return; }
        const auto& source = file_.rows[row];
        try {
            const auto words = words_of(file_, source);
            const auto key = key_of(words, static_cast<const Thing*>(nullptr));
            const auto [first, is_new] = seen_.try_emplace(key, source.line);
            if (!is_new) {
                throw misuse("line " + std::to_string(first->second) + " is about the same " + std::string{Kind::noun},
                             "leave one of the two out");
            }
            const auto* thing = present(words, key);
            auto entry = entry_of(words, office_, directory_, thing);
            const Places places{file_, source.line};
            entry.spot = places.row();
            mark(entry, places);
            if (thing != nullptr) { entry.id = thing->id; }
            entries_.push_back({row, std::move(entry)});
        } catch (const store::StorageRefusal&) { throw; } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::failure) { throw; }
            report_.reject(row, refusal);
        }
    }

    /// Rows that the plan finds wrong are taken out of it, and the rest is planned anew.
    [[nodiscard]] SettingsPlan planned() {
        while (true) {
            Settings settings;
            auto& section = (settings.*Kind::section).emplace();
            for (const auto& entry : entries_) { section.push_back(entry.entry); }
            auto plan = plan_against(office_, directory_, settings, {.same_name_is_new = true});
            if (plan.problems.empty()) { return plan; }
            std::map<std::size_t, std::vector<Problem>> by_line;
            for (auto& problem : plan.problems) {
                const auto place = problem.place.value_or(Place{});
                const auto column = static_cast<std::size_t>(place.column);
                if (column > 0 && column <= file_.columns.size()) { problem.field = file_.columns[column - 1]; }
                by_line[static_cast<std::size_t>(place.line)].push_back(problem);
            }
            const auto before = entries_.size();
            std::erase_if(entries_, [&](const Entry& entry) {
                const auto found = by_line.find(file_.rows[entry.row].line);
                if (found == by_line.end()) { return false; }
                report_.reject(entry.row, Refusal{RefusalKind::misuse, found->second});
                return true;
            });
            if (entries_.size() == before) { throw Refusal{RefusalKind::misuse, std::move(plan.problems)}; }
        }
    }

    void report(const SettingsPlan& plan) {
        std::set<std::int64_t> changed;
        std::vector<std::int64_t> added;
        const auto is_known = [&](const Thing& thing) {
            const auto& all = Kind::all(directory_);
            return std::ranges::binary_search(all, thing.id, {}, &Thing::id);
        };
        for (const auto& thing : plan.*Kind::planned) {
            if (is_known(thing)) {
                changed.insert(thing.id.value);
            } else {
                added.push_back(thing.id.value);
            }
        }
        auto next = added.begin();
        for (const auto& entry : entries_) {
            const auto known = entry.entry.id;
            const auto id = known ? known->value : *next++;
            auto outcome = RowOutcome::added;
            if (known) { outcome = changed.contains(id) ? RowOutcome::changed : RowOutcome::unchanged; }
            report_.set(entry.row, outcome,
                        outcome == RowOutcome::unchanged ? std::nullopt : std::optional{RowId{id, {}}});
        }
    }

    Office& office_;
    const ScheduleFile& file_;
    ImportReport& report_;
    Directory directory_;
    std::multimap<std::string, const Thing*> known_;
    std::map<std::string, std::size_t> seen_;
    std::vector<Entry> entries_;
};

template <class Thing>
ImportedRecords import_as(Office& office, const ScheduleFile& file, bool keep_going, ImportReport& report) {
    return RecordImport<Thing>{office, file, report}.run(keep_going);
}

}  // namespace

void ImportedRecords::tell() const {
    if (time_off) { time_off->tell(); }
    if (booked) { booked->tell(); }
}

ImportedRecords import_records(Office& office, const ScheduleFile& file, RowsAre what, bool keep_going,
                               ImportReport& report) {
    switch (what) {
        case RowsAre::sessions: break;
        case RowsAre::clients: return import_as<Client>(office, file, keep_going, report);
        case RowsAre::professionals: return import_as<Professional>(office, file, keep_going, report);
        case RowsAre::rooms: return import_as<Room>(office, file, keep_going, report);
        case RowsAre::services: return import_as<Service>(office, file, keep_going, report);
    }
    return {};
}

}  // namespace practice::app
