// SPDX-License-Identifier: MIT
#include "text/wording/logged_fields.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "text/fold.h"
#include "text/format_time.h"

namespace practice::text {
namespace {

using nlohmann::json;

class Image {
public:
    Image(const json& image, const NameFinder& name_of, Currency currency)
        : image_{image}, name_of_{name_of}, currency_{currency} {}

    [[nodiscard]] std::string text(const char* column) const {
        const auto found = image_.find(column);
        if (found == image_.end() || found->is_null()) { return {}; }
        return harmless(found->is_string() ? found->get<std::string>() : found->dump());
    }
    [[nodiscard]] std::int64_t number(const char* column) const {
        const auto found = image_.find(column);
        return found != image_.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
    }
    [[nodiscard]] bool is_null(const char* column) const { return text(column).empty(); }

    [[nodiscard]] std::string name(const char* column, std::string_view kind) const {
        return is_null(column) ? std::string{} : name_of_(kind, number(column));
    }
    [[nodiscard]] std::string length() const {
        return is_null("length_minutes") ? std::string{} : length_in_words(Length{number("length_minutes")});
    }
    [[nodiscard]] std::string price() const {
        const auto own = Currency::from_code(text("currency"));
        return to_string(Money{number("price"), own.value_or(currency_)});
    }
    [[nodiscard]] std::string yes_or_no(const char* column) const { return number(column) != 0 ? "yes" : "no"; }

    [[nodiscard]] std::optional<Date> date(const char* column) const {
        const auto value = text(column);
        int parts[3] = {};
        std::size_t at = 0;
        for (auto& part : parts) {
            if (at >= value.size()) { return std::nullopt; }
            const auto [end, error] = std::from_chars(value.data() + at, value.data() + value.size(), part);
            if (error != std::errc{}) { return std::nullopt; }
            at = static_cast<std::size_t>(end - value.data()) + 1;
        }
        return make_date(parts[0], static_cast<unsigned>(parts[1]), static_cast<unsigned>(parts[2]));
    }
    /// "2026-12-01T09:00:00" as "Tue 2026-12-01 09:00".
    [[nodiscard]] std::string when(const char* column) const {
        const auto value = text(column);
        const auto day = date(column);
        return day && value.size() >= 16 ? weekday_date(*day) + " " + value.substr(11, 5) : value;
    }
    /// The rule in words; "once" without one.
    [[nodiscard]] std::string rule() const {
        const auto value = text("rule");
        if (value.empty()) { return "once"; }
        try {
            const auto rule = parse_rrule(value).rule;
            const auto anchor = date("start_local");
            return (anchor ? to_words(rule, *anchor) : to_words(rule)) + ", " + end_in_words(rule);
        } catch (const Refusal&) { return value; }
    }

private:
    const json& image_;
    const NameFinder& name_of_;
    Currency currency_;
};

std::vector<LoggedField> session_fields(const Image& image) {
    const auto status = image.text("status");
    return {{"when", image.when("start_local")},
            {"length", image.length()},
            {"length said", image.is_null("length_said") ? std::string{} : image.yes_or_no("length_said"), true},
            {"repeats", image.rule(), image.is_null("rule")},
            {"zone", image.text("time_zone"), true},
            {"with", image.name("professional", "professional")},
            {"room", image.name("room", "room")},
            {"status", status, status == "scheduled"},
            {"reason", image.text("reason")},
            {"former end", image.text("former_end")},
            {"note", image.text("note")},
            {"ref", image.text("ref")},
            {"clash allowed", image.yes_or_no("clash_allowed"), image.number("clash_allowed") == 0}};
}

std::vector<LoggedField> slot_fields(const Image& image) {
    const auto status = image.text("status");
    return {{"moved to", image.when("start_local")},
            {"length", image.length()},
            {"with", image.name("professional", "professional")},
            {"room", image.name("room", "room")},
            {"note", image.text("note")},
            {"status", status == "scheduled" ? std::string{} : status},
            {"reason", image.text("reason")}};
}

LoggedField archived(const Image& image) {
    return {"archived", image.yes_or_no("archived"), image.number("archived") == 0};
}

std::vector<LoggedField> person_fields(const Image& image) {
    return {{"name", image.text("name")}, {"email", image.text("email")},         {"phone", image.text("phone")},
            {"note", image.text("note")}, {"time zone", image.text("time_zone")}, archived(image)};
}

std::vector<LoggedField> professional_fields(const Image& image) {
    return {{"code", image.text("code")},
            {"name", image.text("name")},
            {"email", image.text("email")},
            {"phone", image.text("phone")},
            {"room", image.name("room", "room")},
            {"hours", image.text("hours")},
            archived(image)};
}

std::vector<LoggedField> room_fields(const Image& image) {
    return {{"name", image.text("name")},
            {"kind", image.text("kind")},
            {"capacity", image.text("capacity"), image.number("capacity") == 1},
            {"address", image.text("address")},
            {"link", image.text("link")},
            archived(image)};
}

std::vector<LoggedField> service_fields(const Image& image) {
    const auto per = image.text("charged_per");
    return {{"code", image.text("code")}, {"description", image.text("description")}, {"length", image.length()},
            {"price", image.price()},     {"charged per", per, per == "session"},     archived(image)};
}

std::vector<LoggedField> feed_fields(const Image& image) {
    const auto mode = image.text("mode");
    return {{"name", image.text("name")},
            {"file", image.text("file")},
            {"privacy", image.text("privacy")},
            {"since", image.text("since")},
            {"until", image.text("until")},
            {"shows cancelled", image.yes_or_no("show_cancelled"), image.number("show_cancelled") == 0},
            {"one for each", image.text("per")},
            {"mode", mode, mode == "0600"},
            archived(image)};
}

std::vector<LoggedField> practice_fields(const Image& image) {
    constexpr std::string_view days[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const auto first = static_cast<std::size_t>(image.number("week_starts")) % 7;
    return {{"name", image.text("name")},
            {"time zone", image.text("time_zone")},
            {"currency", image.text("currency")},
            {"week starts", std::string{days[first]}},
            {"slot", image.text("slot_minutes") + " minutes"}};
}

std::string service_line(const Image& image) {
    auto text = image.text("code");
    if (image.number("units") != 1) { text += ":" + image.text("units"); }
    if (!image.is_null("modifiers")) { text += " (" + image.text("modifiers") + ")"; }
    return text + " " + image.price();
}

/// Tables whose rows are one of several of the same kind.
std::vector<LoggedField> part_fields(std::string_view table, const Image& image) {
    const auto one = [](std::string_view name, std::string text) {
        return std::vector<LoggedField>{{name, std::move(text), false, true}};
    };
    if (table == "session_clients") { return one("client", image.name("client", "client")); }
    if (table == "session_lines") { return one("service", service_line(image)); }
    if (table == "session_attendance") {
        return one("attendance", image.name("client", "client") + " " + image.text("status"));
    }
    if (table == "session_dates") {
        return one(image.text("kind") == "excluded" ? "left out" : "extra date", image.text("date"));
    }
    if (table == "session_yields") {
        return one("yields to time off", image.when("start_local") + " to " + image.when("end_local"));
    }
    if (table == "session_clashes") {
        const auto kind = image.text("kind");
        if (image.text("whose") != "session") {
            return one("may clash", "with time off, " + image.when("start_local") + " to " + image.when("end_local"));
        }
        return one("may clash", "with " + std::to_string(image.number("number")) + " (" + kind + ")");
    }
    if (table == "professional_fees" || table == "client_fees") {
        return one("fee", image.text("service_code") + " " + image.price());
    }
    if (table == "client_professionals") { return one("client of", image.name("professional", "professional")); }
    if (table == "feed_filters") {
        std::string about;
        for (const char* kind : {"professional", "room", "client", "service"}) { about += image.name(kind, kind); }
        return one("about", about);
    }
    if (table == "time_off") {
        const auto reason = image.is_null("reason") ? std::string{} : " (" + image.text("reason") + ")";
        return one("off", image.when("start_local") + " to " + image.when("end_local") + reason);
    }
    return {};
}

}  // namespace

std::vector<LoggedField> logged_fields(std::string_view table, const json& row, const NameFinder& name_of,
                                       Currency currency) {
    const Image image{row, name_of, currency};
    if (table == "sessions") { return session_fields(image); }
    if (table == "slot_changes") { return slot_fields(image); }
    if (table == "clients") { return person_fields(image); }
    if (table == "professionals") { return professional_fields(image); }
    if (table == "rooms") { return room_fields(image); }
    if (table == "services") { return service_fields(image); }
    if (table == "recurrences") { return {{"name", image.text("name")}, {"rule", image.rule()}, archived(image)}; }
    if (table == "feeds") { return feed_fields(image); }
    if (table == "practice") { return practice_fields(image); }
    return part_fields(table, image);
}

}  // namespace practice::text
