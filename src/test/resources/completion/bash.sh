# Prints what bash completes the words to: bash.sh SCRIPT WORD…
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}
COMPREPLY=()
# Bash lets it be called only while it completes.
compopt() { :; }
spec=$(complete -p stickcheck)
[[ $spec == *"-F _complete_stickcheck"* ]] || exit 1
_complete_stickcheck stickcheck "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
