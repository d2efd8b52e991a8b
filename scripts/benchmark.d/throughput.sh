# Sourced by scripts/benchmark: requests a second and CPU time, each client cold and warm, in shuffled rounds.

clients=(wrk hey gatling probe probe+file)
in_flight=64
# What the probe's jars send as well, so that every client gets the same bytes.
cookie="Cookie: route=instance-1"

# Becomes a client, for so many seconds.
client() {
  local name=$1 seconds=$2
  local probe=(scripts/stickcheck probe "$url" --expect any --sessions 1000000 --requests-per-session 10
    --concurrency "$in_flight" --rate unlimited --duration "${seconds}s" --seed 1 --json)
  case "$name" in
    wrk) exec wrk -t 1 -c "$in_flight" -d "${seconds}s" -H "$cookie" "$url" ;;
    hey) exec hey -c "$in_flight" -z "${seconds}s" -H "$cookie" "$url" ;;
    gatling)
      exec "$java_home/bin/java" -Xmx1g --add-opens=java.base/java.lang=ALL-UNNAMED --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow -Dlogback.configurationFile=src/test/resources/logback-test.xml \
        -cp "target/classes:$(<"$folder/gatling.classpath")" \
        -Dgatling.data.enableAnalytics=false -Dstickcheck.url="$url" -Dstickcheck.users="$in_flight" \
        -Dstickcheck.seconds="$seconds" io.gatling.app.Gatling -nr -rf "$folder/gatling" \
        -s dev.stickcheck.simulations.HealthSimulation
      ;;
    probe) exec "${probe[@]}" ;;
    probe+file) exec "${probe[@]}" --observations "$folder/observations.jsonl" ;;
  esac
}

prepare_gatling() {
  JAVA_HOME=$java_home MAVEN_OPTS="${MAVEN_OPTS:-} $quiet_maven" mvn -q -B -Dstyle.color=never \
    dependency:build-classpath -Dmdep.outputFile="$folder/gatling.classpath" \
    >"$folder/maven.out" 2>&1 || fail "Maven could not find Gatling's libraries: $(tail -n 3 "$folder/maven.out")"
}

# Time, requests and CPU ticks of now, on one line.
reading() {
  local requests ticks
  requests=$(served)
  ticks=$(cpu_ticks "$1") || fail "process $1 has ended too early; $2.err says: $(tail -n 3 "$2.err")"
  echo "$EPOCHREALTIME $requests $ticks"
}

until_second() {
  sleep "$(awk -v now="$EPOCHREALTIME" -v then="$1" -v more="$2" 'BEGIN { d = then + more - now; print (d > 0 ? d : 0) }')"
}

# Two readings → requests a second, CPU seconds per 1,000 requests.
rates() {
  awk -v ticks="$(getconf CLK_TCK)" -v a="$1" -v b="$2" 'BEGIN {
    split(a, from); split(b, to)
    requests = to[2] - from[2]
    if (requests <= 0) exit 1
    printf "%.1f %.5f", requests / (to[1] - from[1]), (to[3] - from[3]) / ticks / requests * 1000
  }'
}

# One run of one client: a line "client phase rate cpu" for each phase.
run_client() {
  local name=$1 begun zero early late end output="$folder/$1.out"
  begun=$EPOCHREALTIME
  zero="$begun $(served) 0"
  start "$output" client "$name" "$((warm_from + measured + 2))"
  until_second "$begun" "$cold"
  early=$(reading "$pid" "$output")
  until_second "$begun" "$warm_from"
  late=$(reading "$pid" "$output")
  until_second "$begun" "$((warm_from + measured))"
  end=$(reading "$pid" "$output")
  finish "$pid" 60
  compare_counts "$name" "$output" "${zero#* }"
  note "$name cold" "$zero" "$early"
  note "$name warm" "$late" "$end"
  rm -rf "$folder/observations.jsonl" "$folder/gatling"
}

note() {
  local figures
  figures=$(rates "$2" "$3") || fail "$1: nothing was answered"
  echo "$1 $figures" >>"$folder/throughput"
  say "  $1: $figures"
}

# A client that tells its count must tell the same as nginx: else it does not do what is measured.
compare_counts() {
  local told=
  case "$1" in
    gatling) told=$(sed -n 's/^requests=\([0-9]*\) .*/\1/p' "$2") ;;
    probe*) told=$(grep -o '"requests" *: *[0-9]*' "$2" | head -n 1 | tr -dc 0-9) ;;
    *) return 0 ;;
  esac
  awk -v told="${told:-0}" -v was="${3% *}" -v is="$(served)" 'BEGIN { d = told - (is - was); exit d > 200 || d < -200 }' \
    || fail "$1 counts ${told:-no} requests, nginx $(($(served) - ${3% *})): $(tail -n 2 "$2.err")"
}

# The median over the rounds of a client's field (3 rate, 4 CPU), or of its ratio to another client of its round.
figure() {
  awk -v c="$1" -v p="$2" -v f="$3" '$1 == c && $2 == p { print $f }' "$folder/throughput" | median
}

ratio() {
  awk -v c="$1" -v p="$2" -v f="$3" -v o="$4" '
    $1 == "round" { round++ }
    $1 == c && $2 == p { own[round] = $f }
    $1 == o && $2 == p { other[round] = $f }
    END { for (r in own) if (other[r] > 0) printf "%.3f\n", own[r] / other[r] }' "$folder/throughput" | median
}

measure_throughput() {
  local round name phase
  prepare_gatling
  start_nginx
  for ((round = 1; round <= rounds; round++)); do
    say "round $round of $rounds"
    echo round >>"$folder/throughput"
    for name in $(printf '%s\n' "${clients[@]}" | shuf); do
      run_client "$name"
    done
  done
  stop_nginx
  for phase in warm cold; do
    throughput_table "$phase"
  done
}

throughput_table() {
  local name
  printf '\n| %s | requests a second | ÷ wrk | ÷ hey | CPU s per 1,000 | CPU ÷ hey |\n|---|---:|---:|---:|---:|---:|\n' "$1"
  for name in "${clients[@]}"; do
    printf '| %s | %.0f | %.2f | %.2f | %.4f | %.2f |\n' "$name" "$(figure "$name" "$1" 3)" \
      "$(ratio "$name" "$1" 3 wrk)" "$(ratio "$name" "$1" 3 hey)" \
      "$(figure "$name" "$1" 4)" "$(ratio "$name" "$1" 4 hey)"
  done
}
