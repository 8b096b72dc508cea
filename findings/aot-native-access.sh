#!/bin/sh
# What becomes of an AOT cache (JEP 514) when it is used with another --enable-native-access than it was made with.
# Guess: nothing. Found (Temurin 25.0.3): a cache that was made without the option cannot be used by a start with it. The
# JVM says so and goes on without the cache, so an image starts as slowly as without one. Ends with 0 if it still does so.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo 'public class H { public static void main(String[] a) { System.out.println("ran"); } }' >H.java
"$JAVA_HOME/bin/javac" H.java
"$JAVA_HOME/bin/jar" cfe h.jar H H.class
"$JAVA_HOME/bin/java" -XX:AOTCacheOutput=without.aot -jar h.jar >/dev/null 2>&1
"$JAVA_HOME/bin/java" -XX:AOTCacheOutput=with.aot --enable-native-access=ALL-UNNAMED -jar h.jar >/dev/null 2>&1
for made in without with; do
  echo "made $made the option, started with it:"
  "$JAVA_HOME/bin/java" -XX:AOTCache=$made.aot --enable-native-access=ALL-UNNAMED -jar h.jar 2>&1 | tee $made.log
done
grep -q 'error.*aot' without.log && ! grep -q 'error.*aot' with.log
