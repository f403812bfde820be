// SPDX-License-Identifier: MIT
#include "app/booking/cleared_words.h"

#include <algorithm>

#include "app/problems.h"
#include "practice/keyword.h"

namespace practice::app {

void refuse_none(const std::optional<std::string>& word, const std::string& what) {
    if (word && says_none(*word)) { throw misuse("a session needs " + what, "name another one, or leave it out"); }
}

SessionWords without_none(SessionWords words) {
    Problems problems;
    const auto refuse = [&](const std::optional<std::string>& word, std::string_view field, const std::string& what) {
        problems.attempt([&] { return refuse_none(word, what), true; }, field);
    };
    refuse(words.professional, "professional", "a professional");
    for (const auto& client : words.clients) { refuse(client, "client", "a client"); }
    for (const auto& service : words.services) { refuse(service, "service", "a service"); }
    refuse(words.room, "room", "a room");
    refuse(words.at, "at", "a time");
    refuse(words.time_zone, "time-zone", "a time zone");
    problems.raise_if_any();
    using Word = std::optional<std::string> SessionWords::*;
    for (const Word word :
         {&SessionWords::price, &SessionWords::length, &SessionWords::repeat, &SessionWords::every, &SessionWords::unit,
          &SessionWords::on, &SessionWords::rrule, &SessionWords::ends, &SessionWords::times, &SessionWords::held,
          &SessionWords::except, &SessionWords::note, &SessionWords::on_conflict, &SessionWords::allow,
          &SessionWords::ref, &SessionWords::status}) {
        if (words.*word && says_none(*(words.*word))) { (words.*word).reset(); }
    }
    std::erase_if(words.modifiers, [](const std::string& modifier) { return says_none(modifier); });
    return words;
}

}  // namespace practice::app
