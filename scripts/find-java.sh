# Sourced by the scripts beside it: sets java_home to a JDK 25 or later.

# What keeps Maven's own libraries from warning about themselves on such a JDK.
quiet_maven="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"

# The version stands in a file of every JDK, so none has to be started to be asked.
is_new_enough() {
  local line version
  [[ -x $1/bin/java && -r $1/release ]] || return 1
  while IFS= read -r line; do
    if [[ $line == JAVA_VERSION=* ]]; then
      version=${line#*\"}
      version=${version%%[.\"]*}
      [[ $version =~ ^[0-9]+$ ]] && ((version >= 25))
      return
    fi
  done <"$1/release"
  return 1
}

find_java() {
  local home path
  java_home=
  if [[ -n ${STICKCHECK_JAVA_HOME:-} ]]; then
    is_new_enough "$STICKCHECK_JAVA_HOME" || return 1
    java_home=$STICKCHECK_JAVA_HOME
    return
  fi
  if [[ -n ${JAVA_HOME:-} ]] && is_new_enough "$JAVA_HOME"; then
    java_home=$JAVA_HOME
    return
  fi
  path=$(command -v java || true)
  [[ -n $path ]] && path=$(readlink -f "$path") && path=${path%/bin/java}
  for home in "$path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -n $home ]] && is_new_enough "$home"; then
      java_home=$home
      return
    fi
  done
  return 1
}
