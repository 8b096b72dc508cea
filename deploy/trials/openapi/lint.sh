#!/bin/bash
# Holds docs/openapi against Redocly's recommended rules and Spectral's with OWASP's. Prints what they find; ends with 1 if they
# find anything. Needs Node.js 20 or later and npm; loads pinned packages into a temporary folder. A minute.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
documents=$(cd "$here/../../../docs/openapi" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/redocly.yaml" "$here/spectral.yaml" "$documents"/*.json "$work"
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts --prefix "$work" \
  @redocly/cli@2.77.0 @stoplight/spectral-cli@6.16.3 @stoplight/spectral-owasp-ruleset@2.0.1

export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
failed=0
for document in $(cd "$documents" && ls ./*.json); do
  echo "$document"
  npx redocly lint --config redocly.yaml --max-problems 50 "$document" || failed=1
  npx spectral lint --ruleset spectral.yaml --fail-severity warn "$document" || failed=1
done
exit $failed
