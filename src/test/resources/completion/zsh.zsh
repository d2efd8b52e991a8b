# Types a line into a real, interactive zsh and prints the line as it is after Tab: zsh.zsh FOLDER LINE
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT=; TERM=dumb; unsetopt zle_bracketed_paste prompt_cr prompt_sp; fpath=(${(q)1} \$fpath)"
zpty -w shell 'autoload -Uz compinit; compinit -u -D'
zpty -w shell 'show() { print -r -- "LINE<$BUFFER>"; zle kill-whole-line; zle accept-line }; zle -N show; bindkey "^X" show'
zpty -w shell 'print READY-$((40 + 2))'
zpty -r shell answer '*READY-42*'
zpty -w -n shell "$2"$'\t\x18'
zpty -r shell answer '*LINE<*>*'
print -r -- ${${answer##*LINE<}%%>*}
zpty -d shell
