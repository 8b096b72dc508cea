#!/bin/bash
# Says what in docs/openapi breaks clients, compared with a revision: the one given, or else the one in which a document was
# first committed. Ends with 1 if anything does that docs/openapi/broken.txt does not name with its reason.
# Needs git with that revision, and oasdiff 1.38 on the path or go to build it; says so and ends with 0 where neither can be had.
# A minute.
set -euo pipefail

home=$(cd "$(dirname "$0")/../../.." && pwd)
cd "$home"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
oasdiff=$(command -v oasdiff || true)
if [ -z "$oasdiff" ]; then
  GOBIN=$work go install github.com/oasdiff/oasdiff@v1.38.0 || {
    echo "SKIPPED: oasdiff cannot be built here" >&2
    exit 0
  }
  oasdiff=$work/oasdiff
fi

failed=0
for document in docs/openapi/*.json; do
  base=${1:-$(git log --diff-filter=A --format=%H -- "$document" | tail -1)}
  if [ -z "$base" ] || ! git show "$base:$document" >"$work/base.json" 2>/dev/null; then
    echo "$document: new"
    continue
  fi
  echo "$document since $(git rev-parse --short "$base")"
  # Another word in a list of words breaks nobody who keeps to docs/partners.md.
  "$oasdiff" breaking --fail-on ERR --deprecation-days-stable 365 --err-ignore docs/openapi/broken.txt \
    --severity-levels deploy/trials/openapi/severity.txt \
    "$work/base.json" "$document" || failed=1
done
exit $failed
