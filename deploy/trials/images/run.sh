#!/bin/bash
# Builds the images on a base assembled on this machine and runs compose.yaml with them, where no registry of images can
# be reached: every service must become healthy; a report leads to a notice at a relay, and the page's end to a removal that
# the indicators count; all is known after a restart and after a kill; Docker confines the containers as promised; Prometheus
# scrapes the four services, and Alertmanager tells of one that is stopped; and each principal may do with each topic what
# acls.csv says and nothing else. Ends with 1 if not. Needs, as root: Docker with compose 2.24 or newer, mmdebstrap or
# debootstrap, python3, a JDK 25, prometheus, alertmanager 0.26 or newer with amtool. Stand-ins are named in compose.yaml beside this file; everything is removed at the end.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../.." && pwd)
. "$home/.mvn/find-jdk.sh"
work=$(mktemp -d)
compose() { docker compose -p vigie-trial --env-file "$work/compose/.env" -f "$home/deploy/compose/compose.yaml" -f "$here/compose.yaml" "$@"; }
trap 'compose down -v >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

[ -n "${SKIP_IMAGES:-}" ] || "$home/vigie" images --local-base

promtool check config "$home/deploy/prometheus/prometheus.yml"
amtool check-config "$home/deploy/prometheus/alertmanager.yml"
mkdir -p "$work"/{kafka,store,prometheus,alertmanager,keys,world}
export WORLD=$work/world
cp "$here/world" "$WORLD"
echo there >"$WORLD/image.html"
"$home/mvnw" -B -ntp -q -f "$here/../compose/kafka.xml" dependency:copy-dependencies -DoutputDirectory="$work/kafka/libs"
cp "$here/kafka-run" "$work/kafka"
docker build -q -t vigie-local/kafka -f "$here/kafka.dockerfile" "$work/kafka"
"$home/vigie" data >/dev/null # builds the store, and what makes the keys, if need be
cp -r "$home/standalone/target/vigie" "$here/../compose/store" "$work/store"
docker build -q -t vigie-local/store -f "$here/store.dockerfile" "$work/store"
cp "$(command -v prometheus)" "$work/prometheus"
cp "$(command -v alertmanager)" "$work/alertmanager"
docker build -q -t vigie-local/relay -f "$here/relay.dockerfile" "$here"
docker build -q -t vigie-local/prometheus -f "$here/prometheus.dockerfile" "$work/prometheus"
docker build -q -t vigie-local/alertmanager -f "$here/alertmanager.dockerfile" "$work/alertmanager"

cp -r "$home/deploy/compose" "$work"
python3 "$here/../compose/trial.py" values "$home" "$work"
# No issuer is at hand; the relay and the world are those of the trial.
printf 'VIGIE_MODE=evaluation\nVIGIE_SMTP=127.0.0.1:25\nVIGIE_CHECKER_CANARIES=http://198.51.100.80:8480/\nVIGIE_API_TOKEN=%s\n' "$(openssl rand -hex 16)" >>"$work/compose/.env"
printf http://198.51.100.80:8480/alerts >"$work/alerts"
echo "VIGIE_ALERTS_URLFILE=$work/alerts" >>"$work/compose/.env"
chown -R 10001:10001 "$work/keys"
chmod 755 "$work"
compose config -q && echo "compose.yaml is accepted"

services="notice-service provider-registry availability-checker metrics-service"
began=$SECONDS
compose up -d --wait --wait-timeout 900
echo "healthy after $((SECONDS - began)) s:"
compose ps --format '{{.Service}} {{.Status}}'
for service in $services; do
  docker logs "vigie-trial-$service-1" 2>&1 | grep -o 'Started .* seconds' || true
  # What a JVM says when it could not use its cache.
  ! compose logs "$service" | grep -F '[aot]'
done

python3 "$here/inside.py" confined
python3 "$here/inside.py" scraped

token=$(sed -n 's/^VIGIE_API_TOKEN=//p' "$work/compose/.env")
python3 "$here/story.py" told "$token"
rm "$WORLD/image.html"
python3 "$here/story.py" removed "$token"

compose restart $services >/dev/null 2>&1
compose up -d --wait --wait-timeout 900 >/dev/null 2>&1
echo "and after a restart:"
python3 "$here/story.py" removed "$token"
for service in $services kafka; do
  python3 "$here/inside.py" killed "$service"
done
python3 "$here/story.py" removed "$token"
python3 "$here/inside.py" alarmed availability-checker

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
# What it writes, no service should read.
compose stop $services >/dev/null 2>&1
docker run --rm --network vigie-trial_inside -v "$here/../compose/rights:/rights:ro" \
  -v "$home/deploy/kafka/acls.csv:/acls.csv:ro" vigie-local/kafka java "${passwords[@]}" \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=off -cp "/opt/kafka/libs/*" --source 25 /rights kafka:19092 /acls.csv
