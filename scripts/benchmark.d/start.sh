# Sourced by scripts/benchmark: how long it takes until something is there to read.

# Milliseconds that a command takes; its exit code is not judged here.
millis() {
  local begun=$EPOCHREALTIME
  timeout 60 "$@" >"$folder/start.out" 2>"$folder/start.err" </dev/null || true
  awk -v from="$begun" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f\n", (to - from) * 1000 }'
}

# The floor under a probe: as many requests by the JDK's bare client in a fresh process, with an AOT cache of its own.
train_bare_client() {
  "$java_home/bin/javac" -d "$folder/bare" "$parts/BareClient.java"
  "$java_home/bin/jar" --create --file "$folder/bare.jar" -C "$folder/bare" .
  bare=("$java_home/bin/java" -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=off)
  "${bare[@]}" -XX:AOTCacheOutput="$folder/bare.aot" -cp "$folder/bare.jar" BareClient "$url" 940 20 >/dev/null 2>&1 ||
    fail "the bare client cannot ask $url"
}

bare_millis() {
  millis "${bare[@]}" "$@" -cp "$folder/bare.jar" BareClient "$url" 940 20
  [[ ! -s $folder/start.err ]] || fail "the bare client failed: $(head -n 1 "$folder/start.err")"
}

start_row() {
  printf '| %s | %.0f | %.2f | %d |\n' "$1" "$2" "$(awk -v a="$2" -v b="$3" 'BEGIN { print a / b }')" "$4"
}

measure_start() {
  local run version=() empty=() lab=() bare=() cold=() cached=() b
  mkdir -p "$folder/empty"
  echo 'public class Empty { public static void main(String[] args) {} }' >"$folder/empty/Empty.java"
  "$java_home/bin/javac" -d "$folder/empty" "$folder/empty/Empty.java"
  for ((run = 0; run < starts; run++)); do
    empty+=("$(millis "$java_home/bin/java" -cp "$folder/empty" Empty)")
    version+=("$(millis scripts/stickcheck --version)")
  done
  grep -q '^stickcheck ' "$folder/start.out" || fail "--version answered: $(head -n 1 "$folder/start.err")"
  start_nginx
  train_bare_client
  for ((run = 0; run < lab_runs; run++)); do
    cold+=("$(bare_millis)")
    cached+=("$(bare_millis -XX:AOTCache="$folder/bare.aot")")
    lab+=("$(millis scripts/stickcheck probe lab:cookie --rate 5000 --concurrency 20 --json)")
    grep -q '"verdict" *: *"pass"' "$folder/start.out" || fail "lab:cookie did not pass: $(tail -n 1 "$folder/start.err")"
  done
  stop_nginx
  b=$(printf '%s\n' "${empty[@]}" | median)
  printf '\n| start | median ms | ÷ empty program | runs |\n|---|---:|---:|---:|\n'
  start_row 'an empty Java program' "$b" "$b" "$starts"
  start_row '`scripts/stickcheck --version`' "$(printf '%s\n' "${version[@]}" | median)" "$b" "$starts"
  start_row "940 requests by the JDK's bare client, 20 at a time" "$(printf '%s\n' "${cold[@]}" | median)" "$b" "$lab_runs"
  start_row 'the same with an AOT cache' "$(printf '%s\n' "${cached[@]}" | median)" "$b" "$lab_runs"
  start_row '`scripts/stickcheck probe lab:cookie --rate 5000 --concurrency 20`' \
    "$(printf '%s\n' "${lab[@]}" | median)" "$b" "$lab_runs"
}
