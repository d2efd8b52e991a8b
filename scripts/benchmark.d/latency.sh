# Sourced by scripts/benchmark: what a probe says of an instance that is known to answer after 5 ms.

# Its latencies in milliseconds, a line each, in the order of the answers.
latencies() {
  grep -o '"latencyMillis" *: *[0-9.]*' "$1" | sed 's/.*: *//'
}

probe_slow() {
  local sessions=$1 file=$2
  timeout 120 scripts/stickcheck probe "$slow" --expect any --instances 1 --sessions "$sessions" \
    --requests-per-session 10 --concurrency 10 --rate unlimited --seed 1 --quiet --observations "$file" \
    >"$folder/latency.out" 2>"$folder/latency.err" || fail "the probe failed: $(tail -n 1 "$folder/latency.err")"
}

measure_latency() {
  local try run instance
  start "$folder/slow" "$java_home/bin/java" "$parts/SlowInstance.java"
  instance=$pid
  for try in {1..100}; do
    [[ -s $folder/slow ]] && break
    sleep 0.1
  done
  [[ -s $folder/slow ]] || fail "the slow instance did not start: $(tail -n 1 "$folder/slow.err")"
  slow=http://127.0.0.1:$(<"$folder/slow")/api/health
  # The instance is a young Java program too: what is measured must be the probe's youth alone.
  hey -z "${warm_from}s" -c 10 "$slow" >/dev/null
  hey -z 4s -c 10 -disable-keepalive "$slow" >/dev/null
  hey -z 3s -c 10 "$slow" >"$folder/hey.latency"
  for run in 1 2 3 4 5; do
    probe_slow 30 "$folder/cold.$run.jsonl"
  done
  probe_slow "$warm_sessions" "$folder/warm.jsonl"
  stop "$instance"

  printf '\n| an instance that answers after 5 ms, 10 in flight | p50 ms | p95 ms |\n|---|---:|---:|\n'
  printf '| hey | %.1f | %.1f |\n' "$(hey_millis 50)" "$(hey_millis 95)"
  printf '| stickcheck, cold: a whole run of 300 requests (median of 5 runs) | %.2f | %.2f |\n' "$(cold_millis 50)" "$(cold_millis 95)"
  printf '| stickcheck, warm: the last 300 of %d requests | %.2f | %.2f |\n' "$((warm_sessions * 10))" \
    "$(latencies "$folder/warm.jsonl" | tail -n 300 | percentile 50)" \
    "$(latencies "$folder/warm.jsonl" | tail -n 300 | percentile 95)"
}

hey_millis() {
  awk -v p="$1%" '$1 == p || $1 == p "%" { print $3 * 1000 }' "$folder/hey.latency"
}

cold_millis() {
  local file
  for file in "$folder"/cold.*.jsonl; do
    latencies "$file" | percentile "$1"
  done | median
}
