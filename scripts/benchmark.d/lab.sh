# Sourced by scripts/benchmark: the lab's embedded balancer beside the real nginx, before the same three instances.
#
# The instances are servers of one nginx process of their own, so that neither balancer shares a process with them. Both
# balancers are started by the lab's own code: nginx with the configuration that lab:nginx/round-robin writes.

balancers=(lab:nginx/round-robin lab:round-robin lab:nginx/cookie lab:cookie)
lab_connections=64 crowd=2000

instances_configuration() {
  local number
  cat <<TEXT
daemon off;
worker_processes 1;
worker_rlimit_nofile $(ulimit -n);
pid nginx.pid;
error_log error.log warn;
events { worker_connections $(($(ulimit -n) / 2)); }
http {
  access_log off;
  client_body_temp_path client_body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  keepalive_requests 1000000000;
  keepalive_timeout 600s;
  default_type application/json;
TEXT
  for number in 1 2 3; do
    echo "server { listen 127.0.0.1:${instance_ports[number - 1]} backlog=16384;" \
      "location / { add_header X-Instance-ID instance-$number; return 200 '{\"instance\":\"instance-$number\"}'; } }"
  done
  echo "}"
}

start_instances() {
  local attempt try number
  mkdir -p "$folder/instances"
  for attempt in 1 2 3 4 5; do
    instance_ports=()
    for number in 0 1 2; do
      instance_ports+=($((20000 + number * 3000 + RANDOM % 3000)))
    done
    instances_configuration >"$folder/instances/nginx.conf"
    start "$folder/instances.log" "$nginx" -p "$folder/instances" -e error.log -c "$folder/instances/nginx.conf"
    instances_pid=$pid
    for try in {1..30}; do
      sleep 0.1
      kill -0 "$instances_pid" 2>/dev/null || break
      if (exec 3<>"/dev/tcp/127.0.0.1/${instance_ports[2]}") 2>/dev/null; then
        return
      fi
    done
  done
  fail "the instances did not start: $(tail -n 2 "$folder/instances.log.err")"
}

# Starts every balancer; their addresses are in $balancer_url, by name.
start_balancers() {
  local name try
  mkdir -p "$folder/classes"
  "$java_home/bin/javac" -cp target/stickcheck-all.jar -d "$folder/classes" "$parts/LabBalancer.java" \
    2>"$folder/javac.err" || fail "LabBalancer does not compile: $(head -n 1 "$folder/javac.err")"
  for name in "${balancers[@]}"; do
    start "$folder/${name//[:\/]/-}" "$java_home/bin/java" -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED \
      --sun-misc-unsafe-memory-access=allow -cp "target/stickcheck-all.jar:$folder/classes" \
      dev.stickcheck.lab.LabBalancer "$name" "${instance_ports[@]}"
    for try in {1..100}; do
      [[ -s $folder/${name//[:\/]/-} ]] && break
      sleep 0.1
    done
    [[ -s $folder/${name//[:\/]/-} ]] || fail "$name did not start: $(tail -n 1 "$folder/${name//[:\/]/-}.err")"
    balancer_url[$name]=http://127.0.0.1:$(<"$folder/${name//[:\/]/-}")/api/health
  done
}

# Requests a second through a balancer, by so many connections for so many seconds; none may fail.
forwarded() {
  local name=$1 connections=$2 seconds=$3 output=$folder/wrk.out
  wrk -t 1 -c "$connections" -d "${seconds}s" --timeout 10s ${lab_cookie[$name]:+-H "Cookie: ${lab_cookie[$name]}"} \
    "${balancer_url[$name]}" >"$output"
  if grep -q 'Socket errors\|Non-2xx' "$output"; then
    fail "$name failed with $connections connections: $(grep 'Socket errors\|Non-2xx' "$output" | tr -s ' ')"
  fi
  awk '/^Requests\/sec/ { print $2 }' "$output"
}

# The cookie that a balancer gives, which all requests to it return from then on.
fetch_cookie() {
  local address=${balancer_url[$1]#http://} connection
  exec {connection}<>"/dev/tcp/127.0.0.1/$(cut -d: -f2 <<<"${address%%/*}")"
  printf 'GET /api/health HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n' >&"$connection"
  sed -n 's/^set-cookie: *\([^;\r]*\).*/\1/Ip' <&"$connection"
  exec {connection}>&-
}

measure_lab() {
  local name round
  declare -gA balancer_url=() lab_cookie=()
  ulimit -n "$(ulimit -Hn)"
  (($(ulimit -n) > 3 * crowd)) || fail "at most $(ulimit -n) open files are allowed here, $((3 * crowd)) are needed"
  start_instances
  start_balancers
  for name in "${balancers[@]}"; do
    [[ $name != *cookie ]] || lab_cookie[$name]=$(fetch_cookie "$name")
    say "  warming $name"
    forwarded "$name" "$lab_connections" "$lab_warm" >/dev/null
  done
  for ((round = 1; round <= rounds; round++)); do
    for name in $(printf '%s\n' "${balancers[@]}" | shuf); do
      note_forwarded "$round" "$name" few "$(forwarded "$name" "$lab_connections" "$lab_seconds")"
    done
  done
  for name in $(printf '%s\n' "${balancers[@]}" | shuf); do
    note_forwarded 1 "$name" crowd "$(forwarded "$name" "$crowd" "$lab_seconds")"
  done
  lab_table
}

lab_table() {
  local name
  printf '\n| requests a second | %s connections | ÷ nginx | %s connections | ÷ nginx |\n|---|---:|---:|---:|---:|\n' \
    "$lab_connections" "$crowd"
  for name in "${balancers[@]}"; do
    printf '| `%s` | %.0f | %.2f | %.0f | %.2f |\n' "$name" "$(forwarded_median "$name" few)" \
      "$(beside_nginx "$name" few)" "$(forwarded_median "$name" crowd)" "$(beside_nginx "$name" crowd)"
  done
}

note_forwarded() {
  say "  round $1, $3: $2 $4"
  echo "$1 $2 $4" >>"$folder/lab.$3"
}

forwarded_median() {
  awk -v n="$1" '$2 == n { print $3 }' "$folder/lab.$2" | median
}

# A policy of the lab beside nginx's policy of the same name: the median of the rounds' own ratios.
beside_nginx() {
  awk -v n="$1" -v o="lab:nginx/${1##*[:/]}" '
    $2 == n { own[$1] = $3 }
    $2 == o { other[$1] = $3 }
    END { for (r in own) print own[r] / other[r] }' "$folder/lab.$2" | median
}
