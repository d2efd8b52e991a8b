# Sourced by scripts/benchmark: observations split in two, merged and analysed, by a process of less than 1 GB.

measure_observations() {
  local output=$folder/observations.out peak=0 now
  start "$output" "$java_home/bin/java" -Xmx850m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError \
    -Xlog:gc:file="$folder/gc.log" -cp target/stickcheck-all.jar:target/test-classes \
    dev.stickcheck.statistics.ManyObservations "$observations"
  while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null) && [[ -n $now ]]; do
    peak=$now
    sleep 0.1
  done
  finish "$pid" 0
  printf '\n%s\n' "$(cat "$output")"
  printf '\n| %s observations, `-Xmx850m` | |\n|---|---:|\n' "$observations"
  printf '| most memory of the process | %.0f MB |\n' "$(awk -v kb="$peak" 'BEGIN { print kb / 1024 }')"
  printf '| most heap after a collection | %s MB |\n' \
    "$(sed -n 's/.*Pause.* \([0-9]*\)M->\([0-9]*\)M(.*/\2/p' "$folder/gc.log" | sort -g | tail -n 1)"
}
