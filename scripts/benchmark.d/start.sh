# Sourced by scripts/benchmark: how long it takes until something is there to read.

# Milliseconds that a command takes; its exit code is not judged here.
millis() {
  local begun=$EPOCHREALTIME
  timeout 60 "$@" >"$folder/start.out" 2>"$folder/start.err" </dev/null || true
  awk -v from="$begun" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f\n", (to - from) * 1000 }'
}

measure_start() {
  local run version=() empty=() lab=() a b
  mkdir -p "$folder/empty"
  echo 'public class Empty { public static void main(String[] args) {} }' >"$folder/empty/Empty.java"
  "$java_home/bin/javac" -d "$folder/empty" "$folder/empty/Empty.java"
  for ((run = 0; run < starts; run++)); do
    empty+=("$(millis "$java_home/bin/java" -cp "$folder/empty" Empty)")
    version+=("$(millis scripts/stickcheck --version)")
  done
  grep -q '^stickcheck ' "$folder/start.out" || fail "--version answered: $(head -n 1 "$folder/start.err")"
  for ((run = 0; run < lab_runs; run++)); do
    lab+=("$(millis scripts/stickcheck probe lab:cookie --rate 5000 --concurrency 20 --json)")
    grep -q '"verdict" *: *"pass"' "$folder/start.out" || fail "lab:cookie did not pass: $(tail -n 1 "$folder/start.err")"
  done
  a=$(printf '%s\n' "${version[@]}" | median)
  b=$(printf '%s\n' "${empty[@]}" | median)
  printf '\n| start | median ms | ÷ empty program | runs |\n|---|---:|---:|---:|\n'
  printf '| an empty Java program | %.0f | 1.00 | %d |\n' "$b" "$starts"
  printf '| `scripts/stickcheck --version` | %.0f | %.2f | %d |\n' \
    "$a" "$(awk -v a="$a" -v b="$b" 'BEGIN { print a / b }')" "$starts"
  a=$(printf '%s\n' "${lab[@]}" | median)
  printf '| `scripts/stickcheck probe lab:cookie --rate 5000 --concurrency 20` | %.0f | %.2f | %d |\n' \
    "$a" "$(awk -v a="$a" -v b="$b" 'BEGIN { print a / b }')" "$lab_runs"
}
