// SPDX-License-Identifier: MIT
#include "cli/answer/import_progress.h"

#include <csignal>
#include <ostream>

#include "practice/refusal.h"

namespace practice::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kSilence{500};
constexpr milliseconds kPause{100};
constexpr std::size_t kLookEvery = 64;

volatile std::sig_atomic_t interrupted = 0;
struct sigaction before {};

void remember(int) {
    interrupted = 1;
}

std::string with_commas(std::size_t number) {
    auto text = std::to_string(number);
    for (auto at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

}  // namespace

Interrupts::Interrupts() {
    interrupted = 0;
    struct sigaction action {};
    action.sa_handler = remember;
    ::sigaction(SIGINT, &action, &before);
}

Interrupts::~Interrupts() {
    ::sigaction(SIGINT, &before, nullptr);
}

bool Interrupts::seen() {
    return interrupted != 0;
}

std::string progress_line(std::size_t done, std::size_t rows, milliseconds elapsed) {
    const auto spent = static_cast<std::size_t>(std::max<std::int64_t>(elapsed.count(), 1));
    const auto rate = done * 1000 / spent;
    const auto left = rate > 0 ? (rows - done + rate - 1) / rate : 0;
    auto line =
        "Importing: " + with_commas(done) + " of " + with_commas(rows) + " rows, " + with_commas(rate) + " a second";
    if (rate > 0) { line += ", " + with_commas(left) + " s left"; }
    return line;
}

ImportProgress::ImportProgress(Context& context, std::size_t rows)
    : context_{context},
      rows_{rows},
      on_terminal_{context.environment.err_is_terminal && context.environment.stopwatch && !context.quiet} {
    if (!on_terminal_) { return; }
    begun_ = context.environment.stopwatch();
    next_ = begun_ + kSilence;
}

ImportProgress::~ImportProgress() {
    if (drawn_) { *context_.environment.err_controls << "\r\033[K" << std::flush; }
}

void ImportProgress::step() {
    if (++done_ % kLookEvery != 0) { return; }
    if (Interrupts::seen()) {
        throw Refusal{RefusalKind::interrupted, "interrupted; nothing was imported", "run it again when you like"};
    }
    if (on_terminal_ && context_.environment.stopwatch() >= next_) { draw(); }
}

void ImportProgress::draw() {
    const auto now = context_.environment.stopwatch();
    next_ = now + kPause;
    drawn_ = true;
    *context_.environment.err_controls << '\r' << progress_line(done_, rows_, now - begun_) << "\033[K" << std::flush;
}

}  // namespace practice::cli
