// SPDX-License-Identifier: MIT
// Spelling hints: how many letters must be typed differently (a swap of neighbours counts once).
#include <algorithm>
#include <array>

#include "practice/person_name.h"
#include "practice/plain_text.h"

namespace practice {
namespace {

/// Longer texts are no misspelt names; it also bounds the work.
constexpr std::size_t kLongest = 64;

/// Damerau-Levenshtein (optimal string alignment); `enough + 1` as soon as it is sure to exceed `enough`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t enough) {
    const std::size_t gap = a.size() < b.size() ? b.size() - a.size() : a.size() - b.size();
    if (gap > enough) { return enough + 1; }
    std::array<std::array<std::size_t, kLongest + 1>, 3> rows;  // two back, one back, this
    for (std::size_t j = 0; j <= b.size(); ++j) { rows[1][j] = j; }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[2];
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = rows[1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({changed, rows[1][j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], rows[0][j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > enough) { return enough + 1; }
        rows[0] = rows[1];
        rows[1] = row;
    }
    return rows[1][b.size()];
}

constexpr std::size_t kImplausible = kLongest;

/// 0 is best. A misspelling within a third of the letters is plausible; so is a part typed rightly.
std::size_t score(std::string_view query, std::string_view candidate) {
    const std::size_t enough = query.size() <= 2 ? 1 : std::max<std::size_t>(1, (query.size() + 1) / 3);
    std::size_t best = kImplausible;
    if (candidate.size() <= kLongest) { best = distance(query, candidate, enough); }
    if (best > enough || (query.size() <= 2 && best >= candidate.size())) { best = kImplausible; }
    if (query.size() >= 2 && candidate.substr(0, query.size()) == query) { best = std::min<std::size_t>(best, 1); }
    if (query.size() >= 3 && candidate.find(query) != std::string_view::npos) { best = std::min<std::size_t>(best, 2); }
    return best;
}

/// The best of the whole and, one worse, of its words: "Smtih" is near Anna Smith.
std::size_t score_with_words(std::string_view query, std::string_view candidate) {
    std::size_t best = score(query, candidate);
    if (candidate.find(' ') == std::string_view::npos || candidate.size() > 4 * kLongest) { return best; }
    for (const auto word : split(candidate, ' ')) {
        if (!word.empty()) { best = std::min(best, score(query, word) + 1); }
    }
    return best;
}

}  // namespace

std::vector<std::string> nearest(std::string_view raw, const std::vector<std::string>& candidates, std::size_t most) {
    if (raw.size() > kLongest) { return {}; }
    const std::string query = small_letters(trimmed(raw));
    if (query.empty()) { return {}; }
    struct Scored {
        std::size_t score;
        std::size_t index;
    };
    std::vector<Scored> plausible;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::size_t points = score_with_words(query, small_letters(candidates[i]));
        if (points < kImplausible) { plausible.push_back({points, i}); }
    }
    std::stable_sort(plausible.begin(), plausible.end(),
                     [](const Scored& a, const Scored& b) { return a.score < b.score; });
    std::vector<std::string> names;
    for (const auto& [points, index] : plausible) {
        const bool known = std::find(names.begin(), names.end(), candidates[index]) != names.end();
        if (!known && names.size() < most) { names.push_back(candidates[index]); }
    }
    return names;
}

}  // namespace practice
