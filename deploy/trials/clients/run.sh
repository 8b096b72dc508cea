#!/bin/bash
# Drives Vigie with Kafka clients and CloudEvents SDKs that are not ours, and prints whether each record became what
# docs/events.md says: a case, a dead letter, or nothing. Ends with 1 if one did not.
# Needs kcat, python3 with venv, go and node; loads pinned packages into a temporary folder. About ten minutes.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
port=$((20000 + RANDOM % 9000))
servers=127.0.0.1:$port
export VIGIE_DATA=$work/data VIGIE_PORT_KAFKA=$port VIGIE_PORT_NOTICE=$((port + 1)) VIGIE_PORT_REGISTRY=$((port + 2)) \
  VIGIE_PORT_CHECKER=$((port + 3)) VIGIE_PORT_METRICS=$((port + 4)) VIGIE_PORT_ISSUER=$((port + 5)) \
  VIGIE_SMTP=127.0.0.1:9 VIGIE_SENDER='Trial <n@hotline.example>' \
  VIGIE_API_TOKEN=trial
"$home/vigie" up >"$work/up.log" 2>&1 &
up=$!
trap 'kill "$up" 2>/dev/null; wait "$up" 2>/dev/null || true; rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q confluent-kafka==2.16.1 aiokafka==0.14.0 cramjam==2.14.0 cloudevents==2.2.0
cp -r "$here/go" "$here/js" "$work"
(cd "$work/go" && go build -o ../franz .)
(cd "$work/js" && npm install --silent --no-fund --no-audit)

for _ in $(seq 120); do
  curl -sf "http://127.0.0.1:$VIGIE_PORT_NOTICE/actuator/health" >/dev/null && break
  sleep 2
done

# One sealed detection per name: each client sends its own. What becomes of it is in the name.
expect() { # client, what it does, what must become of it
  echo "$1.$2 $3" >>"$work/expected"
}
for client in kcat confluent aiokafka franz; do
  for codec in none gzip snappy lz4 zstd; do expect $client $codec case; done
  expect $client idempotent case
  expect $client repeat case
  expect $client typing dead
  expect $client tombstone dead
  [ $client = kcat ] && continue
  expect $client committed case
  expect $client aborted nothing
done
for sdk in ce-python ce-go ce-js; do
  expect $sdk binary case
  expect $sdk structured dead
done
while read -r name becomes; do
  case $name in *.tombstone) continue ;; esac
  printf '{"producer":"trial","detection_id":"%s","url":"http://%s.example.invalid/x","category":"CSAM","verification":"SUSPECT"}' \
    "$name" "${name/./-}" | "$home/vigie" seal >"$work/$name.json"
done <"$work/expected"
# A text where a number belongs.
for file in "$work"/*.typing.json; do sed -i 's/}$/,"verified_at":"1767607200000"}/' "$file"; done

send() { kcat -b "$servers" -P -t detections.v1 -k "$1" "${@:3}" "$2"; } # a file named is one record
for codec in none gzip snappy lz4 zstd; do
  send "kcat.$codec" "$work/kcat.$codec.json" -X compression.codec=$codec
done
send kcat.idempotent "$work/kcat.idempotent.json" -X enable.idempotence=true
send kcat.repeat "$work/kcat.repeat.json"
send kcat.repeat "$work/kcat.repeat.json"
send kcat.typing "$work/kcat.typing.json"
echo "kcat.tombstone:" | kcat -b "$servers" -P -t detections.v1 -K : -Z
"$work/venv/bin/python" "$here/clients.py" "$servers" "$work"
"$work/franz" "$servers" "$work"
node "$work/js/clients.mjs" "$servers" "$work"

"$work/venv/bin/python" "$here/judge.py" "$servers" "$work"
