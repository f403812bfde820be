// SPDX-License-Identifier: MIT
#include "text/wording/logged_things.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "text/fold.h"
#include "text/wording/logged_fields.h"

namespace practice::text {
namespace {

using nlohmann::json;

struct Row {
    std::string_view table;
    std::vector<std::string> key;
    json before;  // null: there was none
    json after;
};

/// What files said is no thing of the practice: whoever looks at an import wants to see what it made.
constexpr std::string_view kImportedRows = "imported_rows";

json read_image(const std::optional<std::string>& image) {
    auto value = image ? json::parse(*image, nullptr, false) : json{};
    return value.is_object() ? value : json{};
}

std::vector<std::string> key_parts(std::string_view key) {
    std::vector<std::string> parts;
    while (true) {
        const auto slash = key.find('/');
        parts.emplace_back(key.substr(0, slash));
        if (slash == std::string_view::npos) { return parts; }
        key.remove_prefix(slash + 1);
    }
}

/// Each row once: from what it was first to what it was last.
std::vector<Row> merged(const std::vector<LoggedRow>& rows) {
    std::vector<Row> list;
    std::unordered_map<std::string, std::size_t> known;
    for (const auto& row : rows) {
        const auto [place, fresh] = known.try_emplace(row.table + "/" + row.key, list.size());
        if (fresh) {
            list.push_back({row.table, key_parts(row.key), read_image(row.before), read_image(row.after)});
        } else {
            list[place->second].after = read_image(row.after);
        }
    }
    return list;
}

/// Which table tells the names of a kind, and the column that has it.
struct Kind {
    std::string_view noun;
    std::string_view table;
    const char* name;
};
constexpr std::array<Kind, 6> kKinds{{{"room", "rooms", "name"},
                                      {"professional", "professionals", "name"},
                                      {"service", "services", "code"},
                                      {"recurrence", "recurrences", "name"},
                                      {"client", "clients", "name"},
                                      {"feed", "feeds", "name"}}};

/// The kind of thing that a row of a table belongs to.
std::string_view noun_of(std::string_view table) {
    for (const auto& kind : kKinds) {
        if (kind.table == table) { return kind.noun; }
    }
    if (table == "professional_fees" || table == "time_off") { return "professional"; }
    if (table == "client_fees" || table == "client_professionals") { return "client"; }
    if (table == "feed_filters") { return "feed"; }
    if (table == kImportedRows) { return "row of a file"; }
    return table == "practice" ? "practice" : "session";
}

class Teller {
public:
    Teller(const std::vector<LoggedRow>& rows, const LoggedNames& names) : rows_{merged(rows)}, names_{names} {
        for (const auto& row : rows_) { learn_name(row); }
    }

    [[nodiscard]] std::string name_of_first() { return draft_of(rows_.front()).thing.name; }

    std::vector<LoggedThing> run() {
        for (const auto& row : rows_) {
            if (row.table != kImportedRows && row.before != row.after) { take(row); }
        }
        std::vector<LoggedThing> things;
        for (auto& draft : drafts_) {
            finish(draft);
            const bool says_nothing = draft.thing.act == LoggedAct::changed && draft.thing.facts.empty();
            const bool went_along = draft.thing.is_slot && session_is_gone(draft);
            if (!says_nothing && !went_along) { things.push_back(std::move(draft.thing)); }
        }
        return things;
    }

private:
    struct Draft {
        LoggedThing thing;
        std::string session;
        /// By field: what went and what came.
        std::map<std::string, std::pair<std::vector<std::string>, std::vector<std::string>>> parts;
    };

    void learn_name(const Row& row) {
        for (const auto& kind : kKinds) {
            if (kind.table != row.table) { continue; }
            const auto& image = row.after.is_null() ? row.before : row.after;
            const auto found = image.find(kind.name);
            if (found == image.end() || !found->is_string()) { return; }
            told_[std::string{kind.noun} + "/" + row.key[0]] = harmless(found->get<std::string>());
        }
    }

    [[nodiscard]] std::string name_of(std::string_view kind, std::int64_t id) const {
        const auto number = std::to_string(id);
        if (const auto found = told_.find(std::string{kind} + "/" + number); found != told_.end()) {
            return found->second;
        }
        const auto name = names_.find(kind, id);
        return name.empty() ? fmt::format("{} {}", kind, id) : name;
    }

    [[nodiscard]] std::string called(std::string_view noun, const std::string& number) const {
        if (noun == "practice") { return "practice"; }
        if (noun == "session" || noun == "row of a file") { return std::string{noun} + " " + number; }
        const auto name = name_of(noun, std::strtoll(number.c_str(), nullptr, 10));
        if (noun == "client") { return fmt::format("client {} ({})", number, name); }
        // A name that says what it is already: "Room 1".
        const bool says = fold(name).starts_with(std::string{noun} + " ");
        return says ? name : fmt::format("{} {}", noun, name);
    }

    Draft& draft_of(const Row& row) {
        const auto noun = noun_of(row.table);
        // These have a kind where the others have a slot.
        const bool is_slot = noun == "session" && row.table != "session_dates" && row.table != "session_yields" &&
                             row.table != "session_clashes" && row.key.size() > 1 && !row.key[1].empty();
        auto name = is_slot ? row.key[0] + "@" + row.key[1] : called(noun, row.key[0]);
        const auto [place, fresh] = places_.try_emplace(name, drafts_.size());
        if (fresh) {
            auto& draft = drafts_.emplace_back();
            draft.thing.name = std::move(name);
            draft.thing.is_slot = is_slot;
            if (noun == "session") { draft.session = "session " + row.key[0]; }
        }
        return drafts_[place->second];
    }

    void take(const Row& row) {
        auto& draft = draft_of(row);
        const bool is_itself = row.key.size() == 1;
        if (is_itself && row.before.is_null()) { draft.thing.act = LoggedAct::added; }
        if (is_itself && row.after.is_null()) { draft.thing.act = LoggedAct::deleted; }
        const NameFinder finder = [this](std::string_view kind, std::int64_t id) { return name_of(kind, id); };
        const auto fields_of = [&](const json& image) {
            return image.is_null() ? std::vector<LoggedField>{}
                                   : logged_fields(row.table, image, finder, names_.currency);
        };
        const auto before = fields_of(row.before);
        const auto after = fields_of(row.after);
        for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
            take_field(draft, i < before.size() ? &before[i] : nullptr, i < after.size() ? &after[i] : nullptr);
        }
    }

    static void take_field(Draft& draft, const LoggedField* before, const LoggedField* after) {
        const auto& field = before != nullptr ? *before : *after;
        if (field.one_of_many) {
            if (before != nullptr) { draft.parts[std::string{before->name}].first.push_back(before->text); }
            if (after != nullptr) { draft.parts[std::string{after->name}].second.push_back(after->text); }
            return;
        }
        const bool usual_alone = (before == nullptr || after == nullptr) && field.usual;
        LoggedFact fact{std::string{field.name}, before != nullptr ? before->text : "",
                        after != nullptr ? after->text : "", false};
        if (fact.before != fact.after && !usual_alone) { draft.thing.facts.push_back(std::move(fact)); }
    }

    /// What only changed its place among several is no change.
    static void finish(Draft& draft) {
        for (auto& [name, sides] : draft.parts) {
            auto& went = sides.first;
            auto& came = sides.second;
            std::erase_if(went, [&](const std::string& text) {
                const auto same = std::ranges::find(came, text);
                if (same == came.end()) { return false; }
                came.erase(same);
                return true;
            });
            const auto joined = [](const std::vector<std::string>& texts) {
                std::string list;
                for (const auto& text : texts) { list += (list.empty() ? "" : ", ") + text; }
                return list;
            };
            if (!went.empty() || !came.empty()) {
                draft.thing.facts.push_back({name, joined(went), joined(came), true});
            }
        }
    }

    [[nodiscard]] bool session_is_gone(const Draft& draft) const {
        const auto found = places_.find(draft.session);
        return found != places_.end() && drafts_[found->second].thing.act == LoggedAct::deleted;
    }

    std::vector<Row> rows_;
    const LoggedNames& names_;
    std::unordered_map<std::string, std::string> told_;
    std::vector<Draft> drafts_;
    std::unordered_map<std::string, std::size_t> places_;
};

std::string moved_told(const LoggedFact& fact) {
    if (fact.before.empty()) { return "moved to " + fact.after; }
    return fact.after.empty() ? "moved back from " + fact.before : "moved from " + fact.before + " to " + fact.after;
}

/// The name of a thing says so already.
bool is_in_name(const LoggedFact& fact, const LoggedThing& thing) {
    if (thing.act == LoggedAct::changed || (fact.field != "name" && fact.field != "code")) { return false; }
    return thing.name.find(fact.before.empty() ? fact.after : fact.before) != std::string::npos;
}

std::string fact_told(const LoggedFact& fact, const LoggedThing& thing) {
    if (thing.act != LoggedAct::changed) { return fact.field + " " + (fact.before.empty() ? fact.after : fact.before); }
    if (fact.field == "moved to") { return moved_told(fact); }
    if (thing.is_slot && fact.field == "status") {
        const auto or_usual = [](const std::string& text) { return text.empty() ? "scheduled" : text; };
        return or_usual(fact.before) + " -> " + or_usual(fact.after);
    }
    if (fact.before.empty()) { return fact.field + " " + fact.after; }
    if (!fact.after.empty()) { return fact.field + " " + fact.before + " -> " + fact.after; }
    if (fact.one_of_many) { return "no longer " + fact.field + " " + fact.before; }
    return fact.field + " " + fact.before + " -> " + (thing.is_slot ? "as its series" : "none");
}

}  // namespace

std::vector<LoggedThing> things_of(const std::vector<LoggedRow>& rows, const LoggedNames& names) {
    return Teller{rows, names}.run();
}

std::string thing_of(const std::string& table, const std::string& key, const LoggedNames& names) {
    return Teller{{{table, key, {}, {}}}, names}.name_of_first();
}

std::string thing_told(const LoggedThing& thing) {
    std::string text = thing.name;
    if (thing.act != LoggedAct::changed) { text += " " + std::string{act_name(thing.act)}; }
    std::string facts;
    for (const auto& fact : thing.facts) {
        if (!is_in_name(fact, thing)) { facts += (facts.empty() ? ": " : "; ") + fact_told(fact, thing); }
    }
    return text + facts;
}

std::string_view act_name(LoggedAct act) {
    switch (act) {
        case LoggedAct::added: return "added";
        case LoggedAct::changed: return "changed";
        case LoggedAct::deleted: return "deleted";
    }
    return "changed";
}

}  // namespace practice::text
