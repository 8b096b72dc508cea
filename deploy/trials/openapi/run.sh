#!/bin/bash
# Asks the REST interfaces of all four services what their own descriptions say that may be asked, and much that may not,
# with Schemathesis and all its checks. Prints what it found by kind. Ends with 1 if an answer is 5xx or not described, or
# if what the description forbids was accepted.
# Needs Linux with unshare, curl, python3 with venv and a JDK 25; loads a pinned package into a temporary folder. Ten minutes or
# more; runs in a network of its own, so that no random URL is looked at.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q schemathesis==4.32.5
"$home/vigie" help >/dev/null

unshare -rn sh -s "$home" "$work" <<'IN'
home=$1 work=$2
ip link set lo up
export VIGIE_API_TOKEN=tok VIGIE_DATA=$work/data VIGIE_SMTP=127.0.0.1:2525 VIGIE_SENDER='Hotline <n@hotline.example>'
"$home/vigie" up >"$work/up.log" 2>&1 &
up=$!
until grep -q '^Ready' "$work/up.log"; do
  kill -0 "$up" || { cat "$work/up.log" >&2; exit 1; }
  sleep 1
done
for port in 8081 8082 8083 8084; do
  curl -sf --max-time 300 -o /dev/null "http://127.0.0.1:$port/v3/api-docs"
  "$work/venv/bin/st" run "http://127.0.0.1:$port/v3/api-docs" --checks all --max-examples "${EXAMPLES:-50}" --seed 1 \
    --request-timeout 60 -H 'Authorization: Bearer tok' --no-color >"$work/$port.log" 2>&1 || true
done
kill "$up"
wait "$up" || true
IN

python3 "$here/judge.py" "$work"/808?.log
