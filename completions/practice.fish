# SPDX-License-Identifier: MIT
# fish completion for practice. What may come next is asked of the program itself: practice __complete.

function __practice_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    # What is typed comes as it is, with its quotes; a space may follow a backslash.
    set -l plain (string unescape -- $typed; or string unescape -- "$typed'"; or string unescape -- "$typed\""; or echo -- $typed)
    set -l lines (command $words[1] __complete -- $words[2..-1] "$plain" 2>/dev/null)
    set -q lines[1]; or return
    if test "$lines[-1]" = :files
        set -l before (string match -r -- '^--[^=]*=' "$plain")
        printf "$before%s\n" (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$plain"))
    end
    set -e lines[-1]
    printf '%s\n' $lines
end

complete -c practice -f -k -a '(__practice_complete)'
