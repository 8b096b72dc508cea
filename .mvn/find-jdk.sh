# Sourced by mvnw and vigie: exports JAVA_HOME of a JDK 25 or newer, or says in one sentence what is missing.
_jdk_version() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p'; }
_jdk_fits() {
  [ -x "$1/bin/javac" ] && _version=$(_jdk_version "$1") && [ "${_version%%.*}" -ge 25 ] 2>/dev/null
}
_find_jdk() {
  _on_path=$(command -v javac 2>/dev/null) && _on_path=$(dirname "$(dirname "$(readlink -f "$_on_path")")")
  for _home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "${_on_path:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$_home" ] && _jdk_fits "$_home" && { echo "$_home"; return 0; }
  done
  return 1
}
JAVA_HOME=$(_find_jdk) || {
  echo "Vigie needs a JDK 25 or newer and found none: install one, or set JAVA_HOME to it." >&2
  exit 1
}
export JAVA_HOME
