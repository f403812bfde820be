// SPDX-License-Identifier: MIT
#include "app/import/new_clients.h"

#include <algorithm>
#include <map>

#include "app/booking/client_words.h"
#include "app/directory.h"
#include "practice/plain_text.h"
#include "practice/same_names.h"
#include "store/rows/settings_rows.h"
#include "store/sqlite/errors.h"
#include "text/fold.h"

namespace practice::app {
namespace {

/// Whose clients the row's are; nobody where that is not clear.
std::optional<ProfessionalId> professional_of(const SessionWords& words, const Office& office,
                                              const Directory& directory) {
    std::optional<std::string> text = words.professional;
    if (!text) { text = office.configuration.get("professional"); }
    try {
        if (text) { return directory.find_professional(*text).id; }
    } catch (const Refusal&) { return std::nullopt; }  // told with the row
    std::optional<ProfessionalId> only;
    for (const auto& professional : directory.professionals()) {
        if (professional.archived) { continue; }
        if (only) { return std::nullopt; }
        only = professional.id;
    }
    return only;
}

class NewClients {
public:
    NewClients(Office& office, const Directory& directory)
        : office_{office}, directory_{directory}, index_{directory.clients()} {}

    /// False for a name that is no new client's.
    bool add(const std::string& text, const SessionWords& words) {
        const auto name = trimmed(text);
        if (name.empty() || all_digits(name)) { return false; }
        const auto found = new_.find(std::string{name});
        if (found == new_.end()) {
            if (is_known(name)) { return false; }
            text::check_text(name, "the client's name");
        }
        auto& client = found == new_.end() ? new_[std::string{name}] : found->second;
        client.name = text::search_name(name);
        const auto of = professional_of(words, office_, directory_);
        if (of && std::ranges::find(client.professionals, *of) == client.professionals.end()) {
            client.professionals.push_back(*of);
        }
        return true;
    }

    void save(ImportReport& report) {
        std::vector<Client*> clients;
        SameNames names;  // "Zoe Hill", "ZOE HILL" and "Hill, Zoe" are one
        for (auto& [text, client] : new_) {
            const auto same = names.of(client.name);
            if (same.empty()) {
                names.add(client.name, clients.size());
                clients.push_back(&client);
                continue;
            }
            auto& all = clients[same.front()]->professionals;
            for (const auto id : client.professionals) {
                if (std::ranges::find(all, id) == all.end()) { all.push_back(id); }
            }
        }
        for (auto* const client : clients) {
            std::ranges::sort(client->professionals);
            store::insert(*office_.database, *client);
            report.client_added();
        }
    }

private:
    /// A word of a name is enough for somebody who is there, or was: who is archived is told with the row. A whole name
    /// is somebody new unless somebody has it: Anna Smith is neither Anna Smithson nor Anna Smith-Jones.
    [[nodiscard]] bool is_known(std::string_view text) {
        const NameQuery query{text::search_name(text)};
        const bool one_word = text::fold(text).find_first_of(" ,-") == std::string::npos;
        const auto worst = one_word ? NameLevel::part : NameLevel::full;
        return std::ranges::any_of(index_.candidates(query), [&](const Client* client) {
            const auto level = query.level(client->name);
            return level && *level <= worst;
        });
    }

    Office& office_;
    const Directory& directory_;
    ClientIndex index_;
    std::map<std::string, Client> new_;  // by the name as written
};

}  // namespace

std::vector<std::size_t> create_unknown_clients(Office& office, const ImportWords& words, ImportReport& report) {
    const Directory directory{office};
    NewClients clients{office, directory};
    std::vector<std::size_t> naming;
    const auto& rows = words.file().rows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (report.outcome(row) == RowOutcome::rejected) { continue; }
        const auto said = words.for_new(rows[row]);
        try {
            if (has_own_numbers(said, directory)) { continue; }  // they are here, or are told with the row
            bool any = false;
            for (const auto& client : said.clients) { any = clients.add(client, said) || any; }
            if (any) { naming.push_back(row); }
        } catch (const store::StorageRefusal&) { throw; } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::failure) { throw; }
            auto problems = refusal.problems();
            for (auto& problem : problems) { problem.field = "client"; }
            report.reject(row, Refusal{refusal.kind(), std::move(problems)});
        }
    }
    clients.save(report);
    return naming;
}

}  // namespace practice::app
