# Sourced by scripts/benchmark: many sessions at a time on pooled connections, in a heap of 1 GB.

measure_sessions() {
  # Each session in flight has a connection: a descriptor of the client's and one of nginx's.
  ulimit -n "$(ulimit -Hn)"
  (($(ulimit -n) >= many + 500)) ||
    fail "at most $(ulimit -n) open files are allowed here, a process needs $((many + 500))"
  start_nginx
  local output=$folder/sessions.out peak=0 now
  start "$output" "$java_home/bin/java" -Xmx1g -XX:+UseSerialGC -Xss512k --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -Xlog:gc:file="$folder/gc.log" -cp target/stickcheck-all.jar \
    dev.stickcheck.cli.Main probe "$url" --expect any --sessions "$many" --requests-per-session 10 \
    --concurrency "$many" --rate unlimited --seed 1 --json
  while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null) && [[ -n $now ]]; do
    peak=$now
    sleep 0.1
  done
  finish "$pid" 1
  stop_nginx
  printf '\n| %s sessions at a time, `-Xmx1g` | |\n|---|---:|\n' "$many"
  printf '| requests | %s |\n| errors | %s |\n| seconds | %.1f |\n' "$(told requests)" "$(told errors)" \
    "$(awk -v ms="$(told durationMillis)" 'BEGIN { print ms / 1000 }')"
  printf '| most memory of the process | %.0f MB |\n' "$(awk -v kb="$peak" 'BEGIN { print kb / 1024 }')"
  printf '| most heap before a collection | %s MB |\n' "$(heap '\1' | sort -g | tail -n 1)"
  printf '| most heap after a collection | %s MB |\n' "$(heap '\2' | sort -g | tail -n 1)"
}

told() {
  local value
  value=$(grep -o "\"$1\" *: *[0-9]*" "$folder/sessions.out" | head -n 1 | tr -dc 0-9)
  [[ -n $value ]] || fail "the probe told no $1: $(tail -n 2 "$folder/sessions.out.err")"
  echo "$value"
}

heap() {
  sed -n "s/.*Pause.* \([0-9]*\)M->\([0-9]*\)M(.*/$1/p" "$folder/gc.log"
}
