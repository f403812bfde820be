// SPDX-License-Identifier: MIT
// Runs a fuzzer without its engine: replay MUTATIONS DICTIONARY FOLDER. All files of the folder, then mutations of
// them that are the same in every run.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) {
    return limit == 0 ? 0 : static_cast<std::size_t>(random() % limit);
}

std::vector<std::string> read_corpus(const std::string& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) { paths.push_back(entry.path()); }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> inputs;
    for (const auto& path : paths) {
        std::ifstream file{path, std::ios::binary};
        inputs.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
    }
    return inputs;
}

/// The words between the quotes of a libFuzzer dictionary.
std::vector<std::string> read_dictionary(const std::string& path) {
    std::vector<std::string> words;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);) {
        const auto first = line.find('"');
        const auto last = line.rfind('"');
        if (!line.starts_with('#') && first < last) { words.push_back(line.substr(first + 1, last - first - 1)); }
    }
    return words;
}

void mutate(std::string& input, Random& random, const std::vector<std::string>& corpus,
            const std::vector<std::string>& words) {
    const auto at = below(random, input.size() + 1);
    const auto size = below(random, 8);
    switch (below(random, 7)) {
        case 0: input.insert(at, 1, static_cast<char>(random() % 256)); break;
        case 1: input.erase(at, size); break;
        case 2: input.insert(at, input.substr(below(random, input.size()), size)); break;
        case 3: input.insert(at, words[below(random, words.size())]); break;
        case 4: input.replace(at, size, words[below(random, words.size())]); break;
        case 5: input = input.substr(0, at) + corpus[below(random, corpus.size())]; break;
        default:
            if (at < input.size()) { input[at] = static_cast<char>(input[at] ^ (1 << below(random, 8))); }
    }
}

void run(const std::string& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) { return 2; }
    const auto corpus = read_corpus(arguments[3]);
    const auto words = read_dictionary(arguments[2]);
    if (corpus.empty() || words.empty()) {
        std::fputs("no corpus or no dictionary\n", stderr);
        return 1;
    }
    for (const auto& input : corpus) { run(input); }
    Random random{5545};
    const int mutations = std::stoi(arguments[1]);
    for (int i = 0; i < mutations; ++i) {
        auto input = corpus[below(random, corpus.size())];
        for (auto times = 1 + below(random, 4); times > 0; --times) { mutate(input, random, corpus, words); }
        run(input);
    }
    std::printf("%zu inputs, %d mutations\n", corpus.size(), mutations);
}
