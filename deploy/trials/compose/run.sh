#!/bin/bash
# Runs what compose.yaml describes as processes of this machine, with exactly its environment: a real Kafka 4.2.1 with
# authorizer and passwords, its topics and rights by the program of kafka-setup, a store, and the four services' jars in
# production mode.
# Prints which became ready, and what each principal may and may not do. Ends with 1 if anything is not as documented.
# Needs Linux with unshare, go, python3 and a JDK 25; no daemon.
# The store is the embedded one: it is no replica set, so replicaSet=rs0 alone is taken out of VIGIE_MONGO_URI.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../.." && pwd)
. "$home/.mvn/find-jdk.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here/go" "$home/deploy/compose" "$work"
(cd "$work/go" && go build -o ../config .)
"$home/mvnw" -B -ntp -q -f "$here/kafka.xml" dependency:copy-dependencies -DoutputDirectory="$work/kafka"
(cd "$home" && ./mvnw -B -ntp -q -Prun -Dspring-boot.repackage.skip=false -am package \
  -pl provider-registry,notice-service,availability-checker,metrics-service)
mkdir "$work/keys"
(cd "$home" && VIGIE_DATA=$work/made ./vigie seal </dev/null >/dev/null 2>&1) || true
python3 "$here/trial.py" values "$home" "$work"
(cd "$work/compose" && "$work/config" compose.yaml) >"$work/compose.json"
echo "compose.yaml is accepted"
# The names and ports of compose, on a loopback of our own.
unshare -rnm bash -c 'ip link set lo up && mount --bind "$1/hosts" /etc/hosts && python3 "$2/trial.py" run "$3" "$1"' \
  trial "$work" "$here" "$home"
