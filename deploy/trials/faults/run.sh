#!/bin/bash
# Runs the four services, a Kafka of real broker processes and a store as processes of their own, floods them with
# reports, does to them what goes wrong in years, and prints what was lost, what was sent twice, and how long it took.
# usage: deploy/trials/faults/run.sh [--brokers N] [--instances N] [--kills N] [--rate N] [FAULT...]; --help for more
# Needs Linux with unshare, python3, a JDK 25; for a clock that jumps a C compiler. Reaches nothing outside: it
# has a loopback of its own.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../.." && pwd)
. "$home/.mvn/find-jdk.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What ./vigie runs, or another build of it.
if [ -z "${VIGIE_CLASSES:-}" ]; then
  "$home/vigie" data >/dev/null
  VIGIE_CLASSES=$home/standalone/target/vigie/vigie-exec.jar
  # What ./vigie up leaves when it ends, for quicker starts.
  VIGIE_ARCHIVE=$home/standalone/target/vigie/classes.jsa
  [ -f "$VIGIE_ARCHIVE" ] || VIGIE_ARCHIVE=
fi
export VIGIE_CLASSES VIGIE_ARCHIVE="${VIGIE_ARCHIVE:-}"
unshare -rnmpf --mount-proc --kill-child bash -c 'ip link set lo up && exec python3 "$@"' \
  trial "$here/trial.py" --work "$work" "$@"
