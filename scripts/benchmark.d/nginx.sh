# Sourced by scripts/benchmark: a real nginx on loopback that answers by itself, and counts.
#
# A session without a cookie is given one that names an instance; with it, that instance answers. So jars are full and
# sessions stick, and a client that always sends the same cookie gets the same bytes.

need_nginx() {
  nginx=$(PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin" type -P nginx) && return
  say "nginx is missing: installing the load balancers"
  scripts/install-load-balancers >&2
  nginx=$(PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin" type -P nginx) || fail "nginx is missing"
}

nginx_configuration() {
  cat <<TEXT
daemon off;
worker_processes 1;
worker_rlimit_nofile $(ulimit -n);
pid nginx.pid;
error_log error.log warn;
events { worker_connections $(($(ulimit -n) - 100)); }
http {
  client_body_temp_path client_body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  keepalive_requests 1000000000;
  keepalive_timeout 600s;
  map \$status \$odd { 200 0; default 1; }
  access_log odd.log combined if=\$odd;
  split_clients \$request_id \$drawn { 33.33% instance-1; 33.33% instance-2; * instance-3; }
  map \$cookie_route \$instance { "" \$drawn; default \$cookie_route; }
  map \$cookie_route \$inserted { "" "route=\$drawn; Path=/; HttpOnly"; default ""; }
  server {
    listen 127.0.0.1:$1 backlog=16384;
    location = /api/health {
      default_type text/plain;
      add_header X-Instance-ID \$instance;
      add_header Set-Cookie \$inserted;
      return 200 "ok\n";
    }
    location = /status { stub_status; }
  }
}
TEXT
}

# Starts nginx on a free port; its URL is in $url. Another's port only makes it try the next.
start_nginx() {
  local attempt try
  mkdir -p "$folder/nginx"
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    nginx_configuration "$port" >"$folder/nginx/nginx.conf"
    start "$folder/nginx.log" "$nginx" -p "$folder/nginx" -c "$folder/nginx/nginx.conf"
    nginx_pid=$pid
    for try in {1..30}; do
      sleep 0.1
      kill -0 "$nginx_pid" 2>/dev/null || break
      if (served >/dev/null) 2>/dev/null; then
        url=http://127.0.0.1:$port/api/health
        return
      fi
    done
  done
  fail "nginx did not start: $(tail -n 2 "$folder/nginx.log.err")"
}

stop_nginx() {
  stop "$nginx_pid"
  [[ ! -s $folder/nginx/odd.log ]] || fail "answers other than 200: $(head -n 1 "$folder/nginx/odd.log")"
}

# Requests that nginx has answered so far: the same measure for every client, and no client has to be trusted.
served() {
  local connection
  exec {connection}<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET /status HTTP/1.0\r\n\r\n' >&"$connection"
  awk '/^ [0-9]/ { print $3 }' <&"$connection"
  exec {connection}>&-
}
