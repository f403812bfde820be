// SPDX-License-Identifier: MIT
// config path: the files that are read, whether they are there or not.
#include <filesystem>

#include "cli/answer/listing.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"

namespace practice::cli {
namespace {

struct File {
    config::Origin origin;
    std::string path;
    bool exists = false;
};

Listing<File> file_listing() {
    Listing<File> listing;
    listing.columns = {{"File"}, {"Path"}, {""}};
    listing.cells = [](const File& file) {
        return std::vector<text::Cell>{
            {std::string{to_string(file.origin)}}, {file.path}, {file.exists ? "" : "not there"}};
    };
    listing.fields = {"origin", "path", "exists"};
    listing.values = [](const File& file) {
        return std::vector<std::string>{std::string{to_string(file.origin)}, file.path, file.exists ? "yes" : "no"};
    };
    listing.json = [](const File& file) {
        text::JsonObject object;
        object.text("origin", to_string(file.origin)).text("path", file.path).boolean("exists", file.exists);
        return object.take();
    };
    listing.id = [](const File& file) { return file.path; };
    listing.when_empty = "No configuration file is read (--no-config).";
    return listing;
}

int run(const Arguments& arguments, Context& context) {
    const auto sources = configuration_sources(arguments, context.environment);
    std::vector<File> files;
    const auto put = [&](const std::optional<std::filesystem::path>& path, config::Origin origin) {
        std::error_code ignored;
        if (path) { files.push_back({origin, path->string(), std::filesystem::exists(*path, ignored)}); }
    };
    put(sources.given_file, config::Origin::file_given);
    put(sources.user_file, config::Origin::user);
    put(sources.system_file, config::Origin::system);
    if (context.quiet) {  // for: $EDITOR "$(practice config path -q)"
        std::erase_if(files, [](const File& file) { return file.origin != config::Origin::user; });
    }
    print_listing<File>(context, files, file_listing());
    return kDone;
}

}  // namespace

Command config_path_command() {
    return {
        .name = "config path",
        .summary = "Name the configuration files, the first to decide first",
        .needs = Needs::nothing,
        .positionals = {},
        .options = {},
        .examples =
            {
                {"practice config path", "All of them, and which are not there"},
                {"practice config path -q", "Only your own, for an editor"},
            },
        .run = run,
        .description = "A file need not be there; examples/config.yaml shows every key.",
    };
}

}  // namespace practice::cli
