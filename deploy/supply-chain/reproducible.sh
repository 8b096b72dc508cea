#!/bin/sh
# Builds what ./vigie runs twice from the last commit, in two directories, and names every file in the jars that differs.
# Ends with 1 if one does.
set -eu

home=$(cd "$(dirname "$0")/../.." && pwd)
. "$home/.mvn/find-jdk.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for where in one in/another/directory; do
  mkdir -p "$work/$where" "$work/jars/$where"
  git -C "$home" archive HEAD | tar x -C "$work/$where"
  (cd "$work/$where" && ./mvnw -B -ntp -q -Prun -pl 'standalone,!test-support' -am package)
  (cd "$work/$where" && find . -path '*/target/run/*.jar' ! -name '*.original') | while read -r jar; do
    mkdir -p "$work/jars/$where/$jar"
    (cd "$work/jars/$where/$jar" && "$JAVA_HOME/bin/jar" xf "$work/$where/$jar")
    sha256sum <"$work/$where/$jar" >"$work/jars/$where/$jar/whole-jar.sha256"
  done
done

files=$(find "$work/jars/one" -type f | wc -l)
diff -rq "$work/jars/one" "$work/jars/in/another/directory" >"$work/differ" || true
cat "$work/differ"
echo "$files files in $(find "$work/jars/one" -name whole-jar.sha256 | wc -l) jars (each jar as a whole counts), $(wc -l <"$work/differ") differ"
[ ! -s "$work/differ" ]
