// SPDX-License-Identifier: MIT
#include "name_words.h"

#include <algorithm>
#include <array>

#include "name_titles.h"
#include "practice/plain_text.h"

namespace practice::names {
namespace {

using namespace std::string_view_literals;

constexpr auto kParticles =
    std::to_array({"af"sv,  "al"sv,    "ap"sv,  "bin"sv, "bint"sv, "d"sv,   "da"sv,  "dal"sv, "das"sv, "de"sv,
                   "del"sv, "della"sv, "den"sv, "der"sv, "di"sv,   "do"sv,  "dos"sv, "du"sv,  "el"sv,  "ibn"sv,
                   "la"sv,  "las"sv,   "le"sv,  "los"sv, "ter"sv,  "van"sv, "von"sv, "y"sv,   "zu"sv});

/// Apostrophes stand behind some of these: O'Brien, D'Arcy, 't Hooft.
constexpr auto kGlued =
    std::to_array({"d"sv,  "da"sv, "de"sv,  "del"sv, "della"sv, "den"sv, "der"sv, "di"sv, "du"sv,  "l"sv,   "la"sv,
                   "le"sv, "mc"sv, "mac"sv, "ni"sv,  "nic"sv,   "o"sv,   "st"sv,  "t"sv,  "ter"sv, "van"sv, "von"sv});

enum class Sign { letter, space, comma, apostrophe, quote, hyphen, dot };

struct Read {
    Sign sign;
    std::size_t size;
};

/// What stands at the beginning of `text`, which is not empty. UTF-8: ’ ‘ ʼ ´ and “ ” „ « » are read too, and the
/// hyphens of U+2010 to U+2013.
Read read(std::string_view text) {
    struct Long {
        std::string_view bytes;
        Sign sign;
    };
    static constexpr std::array<Long, 13> kLong{{{"\xE2\x80\x99", Sign::apostrophe},
                                                 {"\xE2\x80\x98", Sign::apostrophe},
                                                 {"\xCA\xBC", Sign::apostrophe},
                                                 {"\xC2\xB4", Sign::apostrophe},
                                                 {"\xE2\x80\x9C", Sign::quote},
                                                 {"\xE2\x80\x9D", Sign::quote},
                                                 {"\xE2\x80\x9E", Sign::quote},
                                                 {"\xC2\xAB", Sign::quote},
                                                 {"\xC2\xBB", Sign::quote},
                                                 {"\xE2\x80\x90", Sign::hyphen},
                                                 {"\xE2\x80\x91", Sign::hyphen},
                                                 {"\xE2\x80\x92", Sign::hyphen},
                                                 {"\xE2\x80\x93", Sign::hyphen}}};
    switch (text.front()) {
        case ' ': return {Sign::space, 1};
        case ',': return {Sign::comma, 1};
        case '\'':
        case '`': return {Sign::apostrophe, 1};
        case '"':
        case '(':
        case ')': return {Sign::quote, 1};
        case '-': return {Sign::hyphen, 1};
        case '.': return {Sign::dot, 1};
        default: break;
    }
    if (static_cast<unsigned char>(text.front()) < 0x80) { return {Sign::letter, 1}; }
    for (const auto& one : kLong) {
        if (text.starts_with(one.bytes)) { return {one.sign, one.bytes.size()}; }
    }
    return {Sign::letter, 1};
}

/// Reads the text once, from left to right.
class Reader {
public:
    Reader(std::string_view text, bool plain, Hyphens hyphens) : text_{text}, plain_{plain}, hyphens_{hyphens} {}

    Name run() {
        while (at_ < text_.size()) { step(); }
        end_word();
        if (has_comma_ && family_ > 0) { turn_round(); }
        return std::move(name_);
    }

private:
    void step() {
        const auto [sign, size] = read(text_.substr(at_));
        const auto bytes = text_.substr(at_, size);
        at_ += size;
        switch (sign) {
            case Sign::space: return end_word();
            case Sign::comma: return comma();
            case Sign::quote:
                end_word();
                quoted_ = !quoted_;
                return;
            case Sign::apostrophe: return apostrophe(bytes);
            case Sign::hyphen:
                if (hyphens_ == Hyphens::parted || hyphens_ == Hyphens::apart) { return end_word(); }
                if (hyphens_ == Hyphens::kept) { word_ += '-'; }
                return;
            case Sign::dot:
                if (!plain_) { word_ += '.'; }
                return;
            case Sign::letter: word_ += bytes;
        }
    }

    /// 'Bob' within a name is a nickname; within a word it is an apostrophe.
    void apostrophe(std::string_view bytes) {
        const auto next = at_ < text_.size() ? read(text_.substr(at_)).sign : Sign::space;
        const bool opens = word_.empty() && next == Sign::letter && closes_later();
        const bool closes = in_single_ && (next == Sign::space || next == Sign::comma);
        if (opens || closes) {
            if (closes) { end_word(); }
            quoted_ = in_single_ = opens;
            return;
        }
        if (hyphens_ == Hyphens::apart) { return end_word(); }
        if (!plain_) { word_ += bytes; }
    }

    [[nodiscard]] bool closes_later() const {
        for (auto at = at_; at < text_.size();) {
            const auto [sign, size] = read(text_.substr(at));
            if (sign == Sign::space || sign == Sign::comma) { return false; }
            at += size;
            const bool last = at >= text_.size() || text_[at] == ' ' || text_[at] == ',';
            if (sign == Sign::apostrophe && last) { return true; }
        }
        return false;
    }

    void comma() {
        end_word();
        if (!has_comma_ && !name_.words.empty()) { family_ = name_.words.size(); }
        has_comma_ = true;
    }

    void end_word() {
        if (word_.empty()) { return; }
        if (quoted_) { name_.nicknames.push_back(word_); }
        name_.words.push_back(std::move(word_));
        word_.clear();
    }

    /// Family, Given.
    void turn_round() {
        name_.has_comma = true;
        name_.given = name_.words.size() - family_;
        std::rotate(name_.words.begin(), name_.words.begin() + static_cast<std::ptrdiff_t>(family_), name_.words.end());
    }

    std::string_view text_;
    bool plain_;
    Hyphens hyphens_;
    std::size_t at_ = 0;
    std::string word_;
    bool quoted_ = false;
    bool in_single_ = false;
    bool has_comma_ = false;
    std::size_t family_ = 0;
    Name name_;
};

/// Those of a family name that stands first: "Smith Jr., Jo".
void set_titles_apart(Name& name) {
    while (name.words.size() > 1 && name.given < name.words.size() && is_title_behind(name.words.back())) {
        name.titles.insert(name.titles.begin(), std::move(name.words.back()));
        name.words.pop_back();
    }
}

}  // namespace

Name take_apart(std::string_view text, bool plain, Hyphens hyphens) {
    const auto [rest, titles] = without_titles(text);
    auto name = Reader{rest, plain, hyphens}.run();
    set_titles_apart(name);
    for (const auto title : titles) { name.titles.push_back(plain ? plain_title(title) : std::string{title}); }
    return name;
}

Name glued(Name name) {
    Words words;
    std::string before;
    auto given = name.given;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
        auto& word = name.words[i];
        const bool last = i + 1 == name.words.size() || i + 1 == name.given;
        if (!last && is_one_of(kGlued, word)) {
            before += word;
            if (i < name.given) { --given; }
            continue;
        }
        words.push_back(before.empty() ? std::move(word) : before + word);
        before.clear();
    }
    name.words = std::move(words);
    name.given = given;
    return name;
}

bool is_particle(std::string_view word) {
    return is_one_of(kParticles, word);
}

}  // namespace practice::names
