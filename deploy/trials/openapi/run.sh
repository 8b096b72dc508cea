#!/bin/bash
# Asks the REST interfaces of all four services what their own descriptions say that may be asked, and much that may not,
# with Schemathesis and all its checks: with an evaluation's token, which may do everything, as an operator and as a partner.
# Prints what it found by kind. Ends with 1 if an answer is 5xx or not described, or if what the description forbids was
# accepted.
# Needs Linux with unshare, curl, python3 with venv and a JDK 25; loads a pinned package into a temporary folder. Half an hour or
# more (EXAMPLES, 50 unless set, are asked of each operation); runs in a network of its own, so that no random URL is looked at.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q schemathesis==4.32.5
"$home/vigie" help >/dev/null

unshare -rn bash -euo pipefail -s "$home" "$work" <<'IN'
home=$1 work=$2
ip link set lo up
export VIGIE_API_TOKEN=tok VIGIE_DATA=$work/data VIGIE_SMTP=127.0.0.1:2525 VIGIE_SENDER='Hotline <n@hotline.example>' \
  VIGIE_WEB_PARTNERREQUESTSPERMINUTE=1000000
"$home/vigie" up >"$work/up.log" 2>&1 &
up=$!
until grep -q '^Ready' "$work/up.log"; do
  kill -0 "$up" || { cat "$work/up.log" >&2; exit 1; }
  sleep 1
done

# Of the issuer inside, whose tokens last ten minutes: a new one for each service.
issued() { # client
  curl -sf -u "$1:$(awk -v client="$1" '$2 == client { print $4 }' "$work/data/people.txt")" \
    -d grant_type=client_credentials http://127.0.0.1:8085/oauth2/token |
    python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])'
}
key() {
  curl -sf -H 'Authorization: Bearer tok' -H 'Vigie-Operator: Olga' -H 'Content-Type: application/json' \
    -d "{\"partner\": \"trial\", \"rights\": [\"SUBMIT\", \"READ\"], \"expires_at\": \"$(date -u -d +2days +%FT%TZ)\"}" \
    http://127.0.0.1:8081/v1/api-keys | python3 -c 'import json, sys; print(json.load(sys.stdin)["key"])'
}
token() { # caller, port
  case "$1 $2" in
    all\ *) echo tok ;;
    operator\ *) issued robot ;;
    partner\ 8081) key ;;
    partner\ *) issued hotline ;;
  esac
}

for caller in all operator partner; do
  for port in 8081 8082 8083 8084; do
    curl -sf --max-time 300 -o /dev/null "http://127.0.0.1:$port/v3/api-docs"
    "$work/venv/bin/st" run "http://127.0.0.1:$port/v3/api-docs" --checks all --max-examples "${EXAMPLES:-50}" --seed 1 \
      --request-timeout 60 -H "Authorization: Bearer $(token $caller $port)" --no-color >"$work/$caller-$port.log" 2>&1 || true
  done
done
kill "$up"
wait "$up" || true
IN

python3 "$here/judge.py" "$work"/*-808?.log
