# SPDX-License-Identifier: MIT
# bash completion for practice. What may come next is asked of the program itself: practice __complete.

# Sets REPLY to a word as it was typed, without its quotes; what a shell would run is left as it is.
_practice_unquote() {
    local word quote
    REPLY=$1
    case $1 in *[\$\`\<\>\(\)\;\|\&$'\n']*) return ;; esac
    for quote in '' "'" '"'; do
        if eval "word=$1$quote" 2> /dev/null; then
            REPLY=$word
            return
        fi
    done
}

# Sets REPLY to a value as it can be typed; $2 is the quote that is open, if one is.
_practice_quote() {
    local special i
    REPLY=$1
    case $2 in
        "'") REPLY=${REPLY//"'"/"'\\''"} ; return ;;
        '"') special='\"$`' ;;
        *) special='\ '"'"'"$`&|;<>()*?[]{}!#~' ;;
    esac
    [[ $REPLY == *["$special"]* ]] || return
    for ((i = 0; i < ${#special}; i++)); do
        REPLY=${REPLY//"${special:i:1}"/"\\${special:i:1}"}
    done
}

_practice() {
    # bash parts words at = @ and : too. What stands together belongs together; of the last word, only what
    # is behind the sign is replaced.
    local rest=${COMP_LINE:0:COMP_POINT} words=() plain=() kept="" piece="" i REPLY
    for ((i = 0; i <= COMP_CWORD; i++)); do
        if [[ $i -eq 0 || $rest == [[:space:]]* ]]; then
            rest=${rest#"${rest%%[![:space:]]*}"}
            words+=("")
            kept=""
        else
            kept+=$piece
        fi
        piece=${COMP_WORDS[i]}
        [[ $i -eq $COMP_CWORD ]] && piece=$rest
        words[-1]+=$piece
        rest=${rest#"$piece"}
    done
    case $piece in [=:]) kept+=$piece piece="" ;; esac
    kept=${kept%@}  # this one goes with what is behind it
    for i in "${words[@]:1}"; do
        _practice_unquote "$i"
        plain+=("$REPLY")
    done

    local lines=() line quote=""
    mapfile -t lines < <("${COMP_WORDS[0]}" __complete -- "${plain[@]}" 2> /dev/null)
    COMPREPLY=()
    [[ ${#lines[@]} -gt 0 ]] || return 0
    case $piece in [\'\"]*) quote=${piece:0:1} ;; esac
    for line in "${lines[@]:0:${#lines[@]}-1}"; do
        _practice_quote "${line%%$'\t'*}" "$quote"
        COMPREPLY+=("${REPLY#"$kept"}")
    done
    case ${lines[-1]} in
        :nospace) compopt -o nospace ;;
        :files)
            compopt -o filenames
            local file=${plain[-1]}
            case $file in --*=*) file=${file#*=} ;; esac
            mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$file") ;;
    esac
}

complete -F _practice practice
