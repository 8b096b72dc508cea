#!/bin/bash
# Builds the images on a base assembled on this machine and runs compose.yaml with them, where no registry of images can
# be reached: every service must become healthy with exactly compose's environment, take a report, and know it after a
# restart. Ends with 1 if not. Needs, as root: Docker with compose 2.24 or newer, mmdebstrap or debootstrap, go, python3,
# a JDK 25, prometheus. Stand-ins are named in compose.yaml beside this file; everything is removed at the end.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../.." && pwd)
. "$home/.mvn/find-jdk.sh"
work=$(mktemp -d)
compose() { docker compose -p vigie-trial --env-file "$work/compose/.env" -f "$home/deploy/compose/compose.yaml" -f "$here/compose.yaml" "$@"; }
trap 'compose down -v >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

[ -n "${SKIP_IMAGES:-}" ] || "$home/vigie" images --local-base

mkdir -p "$work"/{kafka,store,prometheus,keys}
"$home/mvnw" -B -ntp -q -f "$here/../compose/kafka.xml" dependency:copy-dependencies -DoutputDirectory="$work/kafka/libs"
cp "$here"/kafka-{run,tool} "$work/kafka"
docker build -q -t vigie-local/kafka -f "$here/kafka.dockerfile" "$work/kafka"
# The module comes without the version that it wants to say.
ferret=$(go mod download -json github.com/FerretDB/FerretDB@v1.24.0 | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
cp -r "$ferret" "$work/ferret" && chmod -R u+w "$work/ferret" && echo v1.24.0 >"$work/ferret/build/version/version.txt"
(cd "$work/ferret" && go build -trimpath -o "$work/store/ferretdb" ./cmd/ferretdb)
docker build -q -t vigie-local/store -f "$here/store.dockerfile" "$work/store"
cp "$(command -v prometheus)" "$work/prometheus"
docker build -q -t vigie-local/prometheus -f "$here/prometheus.dockerfile" "$work/prometheus"

cp -r "$home/deploy/compose" "$work"
"$home/vigie" data >/dev/null # builds what makes the keys, if need be
python3 "$here/../compose/trial.py" values "$home" "$work"
# No issuer is at hand.
printf 'VIGIE_MODE=evaluation\nVIGIE_API_TOKEN=%s\n' "$(openssl rand -hex 16)" >>"$work/compose/.env"
chown -R 10001:10001 "$work/keys"
chmod 755 "$work"
compose config -q && echo "compose.yaml is accepted"

services="notice-service provider-registry availability-checker metrics-service"
began=$SECONDS
compose up -d --wait --wait-timeout 900
echo "healthy after $((SECONDS - began)) s:"
compose ps --format '{{.Service}} {{.Status}}'
for service in $services; do
  [ "$(docker inspect -f '{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}' "vigie-trial-$service-1")" = "10001:10001 true" ]
  # What a JVM says when it could not use its cache.
  ! compose logs "$service" | grep -F '[aot]'
done

token=$(sed -n 's/^VIGIE_API_TOKEN=//p' "$work/compose/.env")
ask() { curl -sf -m 30 -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
report=$(ask http://127.0.0.1:8081/v1/reports -H 'Idempotency-Key: images' \
  -d '{"url": "http://host.example.invalid/a", "category": "CSAM", "verification": "SUSPECT"}')
case_id=$(sed 's/.*"case_id":"\([^"]*\)".*/\1/' <<<"$report")
ask "http://127.0.0.1:8081/v1/cases/$case_id" >/dev/null && echo "a report became a case"

compose restart $services >/dev/null 2>&1
compose up -d --wait --wait-timeout 900 >/dev/null 2>&1
ask "http://127.0.0.1:8081/v1/cases/$case_id" >/dev/null && echo "and is one after a restart"

passwords=()
while IFS='=' read -r name value; do
  case $name in
    VIGIE_KAFKA_ADMIN) passwords+=("-Dpassword.admin=$value") ;;
    VIGIE_KAFKA_PRODUCERS) passwords+=("-Dpassword.producers=$value") ;;
    VIGIE_KAFKA_NOTICE) passwords+=("-Dpassword.notice-service=$value") ;;
    VIGIE_KAFKA_REGISTRY) passwords+=("-Dpassword.provider-registry=$value") ;;
    VIGIE_KAFKA_CHECKER) passwords+=("-Dpassword.availability-checker=$value") ;;
    VIGIE_KAFKA_METRICS) passwords+=("-Dpassword.metrics-service=$value") ;;
  esac
done <"$work/compose/.env"
"$JAVA_HOME/bin/java" "${passwords[@]}" -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$work/kafka/libs/*" \
  "$here/../compose/Rights.java" 127.0.0.1:9092 "$home/deploy/kafka/acls.csv"
