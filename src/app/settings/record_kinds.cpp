// SPDX-License-Identifier: MIT
#include "app/settings/record_kinds.h"

#include "practice/plain_text.h"

namespace practice::app {

const Professional& RecordKind<Professional>::find(const Directory& directory, std::string_view text) {
    return directory.find_professional(text, Archived::after_current);
}
const Client& RecordKind<Client>::find(const Directory& directory, std::string_view text) {
    return directory.find_client(text, std::nullopt, Archived::after_current);
}
const Room& RecordKind<Room>::find(const Directory& directory, std::string_view text) {
    return directory.find_room(text, Archived::after_current);
}
const Service& RecordKind<Service>::find(const Directory& directory, std::string_view text) {
    return directory.find_service(text, Archived::after_current);
}
const NamedRecurrence& RecordKind<NamedRecurrence>::find(const Directory& directory, std::string_view text) {
    return directory.find_recurrence(text);
}

std::string called(std::string_view noun, const std::string& key, const std::string& name) {
    const bool says_noun = small_letters(key).starts_with(noun);
    return (says_noun ? std::string{} : std::string{noun} + " ") + key +
           (name.empty() || name == key ? "" : " (" + name + ")");
}

}  // namespace practice::app
