# Sourced by scripts/benchmark: a page of 1,000 sessions of 100 requests, rendered and opened.

measure_report() {
  local run result=$folder/result.json page=$folder/result.html rendered=() opened a b
  scripts/install-browser >/dev/null
  npm ci --silent --no-audit --no-fund --prefix src/test/js/page
  scripts/stickcheck probe 'lab:cookie?misroute=0.02' --sessions 1000 --requests-per-session 100 --expect any \
    --rate unlimited --concurrency 50 --seed 1 --quiet --report "$result" || fail "the probe failed"
  for ((run = 0; run < lab_runs; run++)); do
    rendered+=("$(millis scripts/stickcheck report "$result" --quiet --report "$page")")
    [[ -s $page ]] || fail "no page: $(tail -n 1 "$folder/start.err")"
  done
  a=$(printf '%s\n' "${rendered[@]}" | median)
  opened=$(node "$parts/open.mjs" "$page" "$lab_runs") || fail "the browser could not open the page"
  b=$(median <<<"$opened")
  printf '\n| a page of 1,000 sessions of 100 requests | |\n|---|---:|\n'
  printf '| rendered by `scripts/stickcheck report`, the whole process, median of %d | %.0f ms |\n' "$lab_runs" "$a"
  printf '| opened by Chromium, all figures drawn, median of %d | %.0f ms |\n' "$lab_runs" "$b"
  printf '| its size | %d kB |\n' $(($(wc -c <"$page") / 1000))
}
