// SPDX-License-Identifier: MIT
// Names in two forms: as they are kept (NFC) and as they are searched (folded).
#include "text/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

#include "text/unicode.h"

namespace practice::text {
namespace {

using CodePoints = std::vector<CodePoint>;

struct PlainLetter {
    CodePoint code;
    std::string_view plain;
};
/// Letters that no decomposition takes apart, as people type them without their keyboard (Æ ð đ ø ł ı ß ...),
/// and the typographic apostrophes and hyphens.
constexpr std::array<PlainLetter, 57> kPlainLetters{
    {{0x00b4, "'"},  {0x00c6, "ae"}, {0x00d0, "d"},  {0x00d8, "o"},  {0x00de, "th"}, {0x00df, "ss"}, {0x00e6, "ae"},
     {0x00f0, "d"},  {0x00f8, "o"},  {0x00fe, "th"}, {0x0110, "d"},  {0x0111, "d"},  {0x0126, "h"},  {0x0127, "h"},
     {0x0130, "i"},  {0x0131, "i"},  {0x0138, "k"},  {0x0141, "l"},  {0x0142, "l"},  {0x014a, "n"},  {0x014b, "n"},
     {0x0152, "oe"}, {0x0153, "oe"}, {0x0166, "t"},  {0x0167, "t"},  {0x0181, "b"},  {0x0189, "d"},  {0x018a, "d"},
     {0x018e, "e"},  {0x018f, "e"},  {0x0197, "i"},  {0x0198, "k"},  {0x0199, "k"},  {0x01b3, "y"},  {0x01b4, "y"},
     {0x01dd, "e"},  {0x01e4, "g"},  {0x01e5, "g"},  {0x0253, "b"},  {0x0256, "d"},  {0x0257, "d"},  {0x0259, "e"},
     {0x0268, "i"},  {0x02bb, "'"},  {0x02bc, "'"},  {0x1e9e, "ss"}, {0x2010, "-"},  {0x2011, "-"},  {0x2012, "-"},
     {0x2013, "-"},  {0x2014, "-"},  {0x2018, "'"},  {0x2019, "'"},  {0x2032, "'"},  {0x2212, "-"},  {0xff07, "'"},
     {0xff0d, "-"}}};

std::string_view plain_letter(CodePoint code) {
    const auto found =
        std::lower_bound(kPlainLetters.begin(), kPlainLetters.end(), code,
                         [](const PlainLetter& letter, CodePoint sought) { return letter.code < sought; });
    return found != kPlainLetters.end() && found->code == code ? found->plain : std::string_view{};
}

/// Whether a mark is an accent (or a vowel point of Hebrew and Arabic), which may be left out. Marks of
/// other classes carry the vowel or consonant itself (Hindi, Thai, Japanese) and stay.
bool is_accent(CodePoint code) {
    const int combining = utf8proc_get_property(code)->combining_class;
    return combining == 1 || (combining >= 10 && combining <= 36) || combining >= 200;
}

void decompose(CodePoint code, utf8proc_option_t options, CodePoints& out) {
    std::array<CodePoint, 32> parts{};
    int last_bound = 0;
    const auto count =
        utf8proc_decompose_char(code, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()), options, &last_bound);
    if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) {
        out.push_back(code);
    } else {
        out.insert(out.end(), parts.begin(), parts.begin() + count);
    }
}

/// Canonical order: marks between two letters by class. utf8proc's own sort is quadratic.
void order_marks(CodePoints& codes) {
    const auto is_letter = [](CodePoint code) { return utf8proc_get_property(code)->combining_class == 0; };
    for (auto at = codes.begin(); at != codes.end();) {
        const auto from = std::find_if_not(at, codes.end(), is_letter);
        at = std::find_if(from, codes.end(), is_letter);
        std::stable_sort(from, at, [](CodePoint a, CodePoint b) {
            return utf8proc_get_property(a)->combining_class < utf8proc_get_property(b)->combining_class;
        });
    }
}

/// `codes`, decomposed, as composed UTF-8 with single spaces and none at the ends.
std::string composed(CodePoints codes) {
    order_marks(codes);
    const auto size = utf8proc_normalize_utf32(codes.data(), static_cast<utf8proc_ssize_t>(codes.size()),
                                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    codes.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(size, 0)));
    std::string out;
    bool space = false;
    for (const CodePoint code : codes) {
        if (is_space(code)) {
            space = !out.empty();
            continue;
        }
        if (space) { out += ' '; }
        space = false;
        append_utf8(out, code);
    }
    return out;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What composed() does, for ASCII.
std::string single_spaced(std::string_view text, bool small) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            space = !out.empty();
            continue;
        }
        if (space) { out += ' '; }
        space = false;
        out += small && c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

template <class Add>
void each_character(std::string_view text, Add add) {
    while (!text.empty()) {
        const Character next = first_character(text);
        add(next.code);
        text.remove_prefix(next.bytes.size());
    }
}

std::string composed_name(std::string_view text) {
    CodePoints codes;
    each_character(text, [&](CodePoint code) { decompose(code, UTF8PROC_DECOMPOSE, codes); });
    return composed(std::move(codes));
}

}  // namespace

std::string fold(std::string_view text) {
    if (is_ascii(text)) { return single_spaced(text, true); }
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    CodePoints parts;
    CodePoints folded;
    each_character(text, [&](CodePoint code) {
        parts.clear();
        const auto plain = plain_letter(code);
        if (plain.empty()) {
            decompose(code, options, parts);
        } else {
            parts.assign(plain.begin(), plain.end());
        }
        // A decomposition may end in such a letter itself (ǿ is ø with an accent).
        for (const CodePoint part : parts) {
            const auto inner = plain_letter(part);
            if (!inner.empty()) {
                folded.insert(folded.end(), inner.begin(), inner.end());
            } else if (!is_accent(part)) {
                folded.push_back(part);
            }
        }
    });
    return composed(std::move(folded));
}

SearchName search_name(std::string_view text) {
    std::string name = is_ascii(text) ? single_spaced(text, false) : composed_name(text);
    std::string folded = fold(name);
    return {std::move(name), std::move(folded)};
}

}  // namespace practice::text
