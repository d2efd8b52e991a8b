# Sourced by scripts/benchmark: processes that it starts, what they cost, and their end.

started=()

# Runs a command in the background with its output in a file; its id is in $pid.
start() {
  local output=$1
  shift
  "$@" >"$output" 2>"$output.err" </dev/null &
  pid=$!
  started+=("$pid")
}

# Waits until a process has ended, for so many seconds at most; then it is ended.
finish() {
  local id=$1 tenths=$(($2 * 10))
  while ((tenths-- > 0)) && kill -0 "$id" 2>/dev/null; do
    sleep 0.1
  done
  stop "$id"
}

stop() {
  local id=$1 tenths=50
  kill -TERM "$id" 2>/dev/null || true
  while ((tenths-- > 0)) && kill -0 "$id" 2>/dev/null; do
    sleep 0.1
  done
  kill -KILL "$id" 2>/dev/null || true
  wait "$id" 2>/dev/null || true
}

clean_up() {
  local id
  for id in "${started[@]}"; do
    if kill -0 "$id" 2>/dev/null; then
      stop "$id"
    fi
  done
  rm -rf "$folder"
}

# Hundredths of a second that a process has spent so far, in the kernel too, all of its threads.
cpu_ticks() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  # The name before it may contain blanks, so the fields are counted from its bracket on.
  awk '{ print $12 + $13 }' <<<"${stat##*) }"
}

need_package() {
  local package=$1
  command -v "$package" >/dev/null && return
  say "$package is missing: installing Debian's package"
  [[ $(id -u) == 0 ]] || fail "installing $package needs root: apt-get install $package"
  DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$package" >&2 \
    || fail "apt-get could not install $package"
}

# The p-th percentile (nearest rank) of numbers on stdin, a line each.
percentile() {
  sort -g | awk -v p="$1" '{ v[NR] = $1 } END { if (NR) { r = int(NR * p / 100 + 0.999999); print v[r < 1 ? 1 : r] } }'
}

median() {
  percentile 50
}
