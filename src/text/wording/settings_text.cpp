// SPDX-License-Identifier: MIT
#include "text/wording/settings_text.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "practice/plain_text.h"
#include "text/fold.h"
#include "text/json.h"

namespace practice::text {
namespace {

constexpr std::size_t kMany = 12;

bool brings_back(const PlannedChange& change) {
    return change.act == PlannedAct::change && change.fields.size() == 1 && change.fields[0].field == "archived";
}

std::string_view verb(const PlannedChange& change, bool would) {
    if (brings_back(change)) { return would ? "Would bring back" : "Brought back"; }
    switch (change.act) {
        case PlannedAct::add: return would ? "Would add" : "Added";
        case PlannedAct::change: return would ? "Would change" : "Changed";
        case PlannedAct::archive: return would ? "Would archive" : "Archived";
    }
    return "Changed";
}

/// "professional lee (Dana Lee)", "room Video", "Room 1", "client Anna Smith" (new), "practice Lakeside".
std::string who(const PlannedChange& change) {
    std::string out = change.key.empty() ? change.name : change.key;
    if (!small_letters(out).starts_with(change.kind)) { out.insert(0, change.kind + " "); }
    if (!change.key.empty() && change.key != change.name && !change.name.empty()) { out += " (" + change.name + ")"; }
    return harmless(out);
}

std::string field_lines(const PlannedChange& change) {
    std::size_t widest = 0;
    for (const auto& field : change.fields) { widest = std::max(widest, field.field.size()); }
    std::string out;
    for (const auto& field : change.fields) {
        out += "  " + pad(field.field, widest + 2);
        if (change.act != PlannedAct::add) { out += harmless(field.before.empty() ? "none" : field.before) + " -> "; }
        out += harmless(field.after.empty() ? "none" : field.after) + '\n';
    }
    return out;
}

Json change_value(const PlannedChange& change) {
    Json fields = Json::array();
    for (const auto& field : change.fields) {
        fields.push_back({{"field", field.field},
                          {"before", field.before.empty() ? Json(nullptr) : Json(field.before)},
                          {"after", field.after.empty() ? Json(nullptr) : Json(field.after)}});
    }
    return {{"kind", change.kind},
            {"key", change.key.empty() ? Json(nullptr) : Json(change.key)},
            {"name", change.name},
            {"fields", std::move(fields)}};
}

}  // namespace

std::string changes_told(const std::vector<PlannedChange>& changes, bool brief, bool would) {
    std::map<std::string, std::size_t> added;
    for (const auto& change : changes) { added[change.kind] += change.act == PlannedAct::add ? 1U : 0U; }
    std::string out;
    for (const auto& change : changes) {
        const bool addition = change.act == PlannedAct::add;
        if (addition && brief && added[change.kind] > kMany) {
            out +=
                std::string{verb(change, would)} + " " + std::to_string(added[change.kind]) + " " + change.kind + "s\n";
            added[change.kind] = 0;
        } else if (!addition || !brief || added[change.kind] > 0) {
            out += std::string{verb(change, would)} + " " + who(change) + '\n';
            const bool says_all = change.act == PlannedAct::archive || brings_back(change) || (brief && addition);
            if (!says_all) { out += field_lines(change); }
        }
    }
    return out;
}

std::string tally(const SettingsPlan& plan) {
    std::string out;
    const auto count = [&](std::size_t number, std::string_view what) {
        if (number > 0) { out += (out.empty() ? "" : ", ") + std::to_string(number) + " " + std::string{what}; }
    };
    count(plan.count(PlannedAct::add), "added");
    count(plan.count(PlannedAct::change), "changed");
    count(plan.count(PlannedAct::archive), "archived");
    count(plan.unchanged, "unchanged");
    return out.empty() ? "nothing" : out;
}

std::string plan_json(const SettingsPlan& plan, bool dry_run) {
    Json object = {{"added", Json::array()}, {"changed", Json::array()}, {"archived", Json::array()}};
    for (const auto& change : plan.changes) {
        const auto* list = change.act == PlannedAct::add      ? "added"
                           : change.act == PlannedAct::change ? "changed"
                                                              : "archived";
        object[list].push_back(change_value(change));
    }
    object["unchanged"] = plan.unchanged;
    object["notes"] = plan.notes;
    object["dry_run"] = dry_run;
    return json_line(object);
}

}  // namespace practice::text
