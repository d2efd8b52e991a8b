# Sourced by scripts/benchmark: what single operations take, by JMH.

measure_operations() {
  JAVA_HOME=$java_home MAVEN_OPTS="${MAVEN_OPTS:-} $quiet_maven" mvn -q -B -Dstyle.color=never -Pjmh test-compile \
    dependency:build-classpath -Dmdep.outputFile="$folder/jmh.classpath" \
    >"$folder/maven.out" 2>&1 || fail "the benchmarks do not compile: $(tail -n 3 "$folder/maven.out")"
  start "$folder/jmh.out" "$java_home/bin/java" -cp "target/test-classes:target/classes:$(<"$folder/jmh.classpath")" \
    org.openjdk.jmh.Main "${jmh[@]}" -rf csv -rff "$folder/jmh.csv" '.*Benchmark.*'
  finish "$pid" 300
  [[ -s $folder/jmh.csv ]] || fail "JMH gave no result: $(tail -n 3 "$folder/jmh.out")"
  printf '\n| operation | ns | ± | cookie sends |\n|---|---:|---:|---:|\n'
  # Ratios to the cheapest thing that every request does, since nanoseconds are of one machine.
  tr -d '"\r' <"$folder/jmh.csv" | awk -F, 'NR > 1 {
    sub(/^dev\.stickcheck\.[a-z]+\./, "", $1)
    name[NR] = "`" $1 "`" ($8 == "" ? "" : " misrouted " $8)
    mean[NR] = $5
    error[NR] = $6
    if ($1 ~ /CookieJarBenchmark\.send$/) unit = $5
  } END { for (i = 2; i <= NR; i++) printf "| %s | %.0f | %.0f | %.1f |\n", name[i], mean[i], error[i], mean[i] / unit }'
}
