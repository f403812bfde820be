// SPDX-License-Identifier: MIT
// Which of several things of a kind a text means. Each kind says how it is matched (by number or code, then by name)
// and how it is called in a message; choosing the one, or refusing, is said once, in the_one().
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/directory.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"
#include "text/fold.h"
#include "text/hint_words.h"

namespace practice::app {

template <class Thing>
using FoundThings = std::vector<const Thing*>;

/// How well a thing is meant, 0 the best: by its number or code, then as names are (NameLevel).
using MeantLevel = int;
inline constexpr MeantLevel kByKey = 0;
inline constexpr MeantLevel kByBeginningOfCode = 1;

inline MeantLevel by_name(NameLevel level) {
    return 1 + static_cast<MeantLevel>(level);
}
inline std::optional<MeantLevel> by_name(std::optional<NameLevel> level) {
    return level ? std::optional{by_name(*level)} : std::nullopt;
}

/// How one kind of thing is matched and told of.
template <class Thing>
struct ThingKind {
    std::string_view noun;  // "client"
    std::string_view by;    // "name or number": what it is found by
    std::string_view sure;  // "number": what only one has
    std::function<std::optional<MeantLevel>(const Thing&)> level;
    std::function<std::string(const Thing&)> key;   // what a command takes: "lee", "3", "Room 1"
    std::function<std::string(const Thing&)> name;  // "Dana Lee"
    std::function<std::string(const Thing&)> line;  // of a list of candidates
};

template <class Thing>
Refusal several_meant(const ThingKind<Thing>& kind, std::string_view text, const FoundThings<Thing>& found) {
    Problem problem;
    problem.message =
        quoted(text) + " could be any of " + std::to_string(found.size()) + " " + std::string{kind.noun} + "s";
    problem.hint = "say which by " + std::string{kind.sure} + ", such as " + text::shell_word(kind.key(*found.front()));
    for (const auto* thing : found) { problem.details.push_back(kind.line(*thing)); }
    return Refusal{RefusalKind::ambiguous, std::move(problem)};
}

/// Without its hint.
template <class Thing>
Refusal plainly_nothing_meant(const ThingKind<Thing>& kind, std::string_view text) {
    return Refusal{RefusalKind::not_found,
                   "no " + std::string{kind.noun} + " has the " + std::string{kind.by} + " " + quoted(text),
                   "see: practice " + std::string{kind.noun} + " list"};
}

/// Those that are meant best.
template <class Thing>
struct BestMeant {
    std::optional<MeantLevel> level;
    FoundThings<Thing> things;

    void add(const Thing& thing, MeantLevel at) {
        if (level && *level < at) { return; }
        if (level != at) { things.clear(); }
        level = at;
        things.push_back(&thing);
    }
    [[nodiscard]] bool before(const BestMeant& other) const { return level && (!other.level || *level < *other.level); }
};

/// Whom a text means: among one's own, among the others, and among the archived.
template <class Thing>
struct MeantThings {
    BestMeant<Thing> own;
    BestMeant<Thing> others;
    BestMeant<Thing> archived;

    void add(const Thing& thing, std::optional<MeantLevel> level, bool is_own) {
        if (level) { (thing.archived ? archived : is_own ? own : others).add(thing, *level); }
    }
    /// Of what is in use, when that is one or several.
    [[nodiscard]] FoundThings<Thing> current() const {
        if (!others.before(own)) { return own.level ? own.things : others.things; }
        // Whoever has that full name is meant, whoever's client that is. By less than a full name several are.
        const bool decides = !own.level || *others.level <= by_name(NameLevel::full);
        if (decides) { return others.things; }
        auto all = own.things;
        all.insert(all.end(), others.things.begin(), others.things.end());
        return all;
    }
    /// Whether somebody archived is meant rather than anybody in use.
    [[nodiscard]] bool is_archived() const { return archived.before(own) && archived.before(others); }
};

template <class Thing>
Refusal archived_meant(const ThingKind<Thing>& kind, std::string_view text, const MeantThings<Thing>& meant) {
    const Thing& one = *meant.archived.things.front();
    Problem problem;
    problem.message = "no " + std::string{kind.noun} + " in use has the " + std::string{kind.by} + " " + quoted(text);
    problem.hint = kind.name(one) + " is archived; bring it back with: practice " + std::string{kind.noun} +
                   " unarchive " + text::shell_word(kind.key(one));
    if (const auto current = meant.current(); current.size() == 1) {
        problem.hint +=
            "; or say " + text::shell_word(kind.key(*current.front())) + " for " + kind.name(*current.front());
    }
    return Refusal{RefusalKind::not_found, std::move(problem)};
}

template <class Thing>
Refusal nothing_meant(const ThingKind<Thing>& kind, std::string_view text, const std::vector<Thing>& all) {
    auto problem = plainly_nothing_meant(kind, text).problems().front();
    std::vector<std::string> names;
    for (const auto& thing : all) {
        if (thing.archived) { continue; }
        const auto key = kind.key(thing);
        const auto name = kind.name(thing);
        if (key != name && (kind.sure == "code" || !all_digits(key))) { names.push_back(key); }
        names.push_back(name);
    }
    if (const auto meant = nearest(text, names); !meant.empty()) {
        problem.hint = "did you mean " + text::either(meant) + "?";
    } else if (!all.empty() && names.empty()) {
        const std::string noun{kind.noun};
        problem.hint = "all " + noun + "s are archived; see: practice " + noun + " list `archived`";
    } else if (names.empty()) {
        problem.hint = "there is none yet; add one with: practice " + std::string{kind.noun} + " add " +
                       (kind.noun == "service" ? "CODE" : "NAME");
    }
    return Refusal{RefusalKind::not_found, std::move(problem)};
}

/// Null: nobody is meant.
template <class Thing>
const Thing* the_one(const ThingKind<Thing>& kind, std::string_view text, const MeantThings<Thing>& meant,
                     Archived archived) {
    const bool is_archived = meant.is_archived();
    if (is_archived && archived == Archived::never) { throw archived_meant(kind, text, meant); }
    const auto found = is_archived ? meant.archived.things : meant.current();
    if (found.size() > 1) { throw several_meant(kind, text, found); }
    return found.empty() ? nullptr : found.front();
}

template <class Thing>
const Thing& the_one(const ThingKind<Thing>& kind, std::string_view text, const std::vector<Thing>& all,
                     Archived archived) {
    if (trimmed(text).empty()) {
        throw misuse("the " + std::string{kind.noun} + "'s " + std::string{kind.by} + " is empty");
    }
    MeantThings<Thing> meant;
    for (const auto& thing : all) { meant.add(thing, kind.level(thing), false); }
    if (const auto* found = the_one(kind, text, meant, archived)) { return *found; }
    throw nothing_meant(kind, text, all);
}

}  // namespace practice::app
