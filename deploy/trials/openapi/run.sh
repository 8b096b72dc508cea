#!/bin/bash
# Asks the REST interfaces of all four services what their own descriptions say that may be asked, and much that may not,
# with Schemathesis and all its checks: as a partner, as an analyst and as an operator, whose roles are every role together.
# Prints what it found by kind. Ends with 1 if an answer is 5xx or not described, or if what the description forbids was
# accepted.
# Needs Linux with unshare, curl, python3 with venv and a JDK 25; loads a pinned package into a temporary folder. Half an hour or
# more: EXAMPLES (10 unless set) are made up for each operation, beside all that its bounds suggest; CALLERS and PORTS name some
# of each. Runs in a network of its own, so that no random URL is looked at.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q schemathesis==4.32.5
"$home/vigie" up --help >/dev/null # builds, while there is a network

unshare -rn bash -euo pipefail -s "$home" "$work" "$here" <<'IN'
home=$1 work=$2 here=$3
ip link set lo up
export VIGIE_DATA=$work/data VIGIE_SMTP=127.0.0.1:2525 VIGIE_SENDER='Hotline <n@hotline.example>' \
  VIGIE_WEB_PARTNERREQUESTSPERMINUTE=1000000
"$home/vigie" up >"$work/up.log" 2>&1 &
up=$!
until grep -q '^Ready' "$work/up.log"; do
  kill -0 "$up" || { cat "$work/up.log" >&2; exit 1; }
  sleep 1
done

cat >>"$work/data/people.txt" <<'CLIENTS'
client partner  partner:submit,partner:read  a-secret-of-a-trial  A partner
client analyst  analyst,approver             a-secret-of-a-trial  An analyst
client operator operator,publisher,auditor   a-secret-of-a-trial  An operator
CLIENTS
cd "$work"
export PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 SCHEMATHESIS_HOOKS=tokens
for caller in ${CALLERS:-partner analyst operator}; do
  for port in ${PORTS:-8081 8082 8083 8084}; do
    CLIENT=$caller:a-secret-of-a-trial "$work/venv/bin/st" run "http://127.0.0.1:$port/v3/api-docs" --checks all \
      --continue-on-failure --no-shrink --max-examples "${EXAMPLES:-10}" --seed 1 --suppress-health-check all \
      --wait-for-schema 300 --request-timeout 60 --no-color >"$work/$caller-$port.log" 2>&1 || true
  done
done
kill "$up"
wait "$up" || true
IN

python3 "$here/judge.py" "$work"/*-808?.log
