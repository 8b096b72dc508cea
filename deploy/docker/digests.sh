#!/bin/sh
# Pins for a release, by digest, all that compose.yaml and the Dockerfile name by tag: pulls each image and writes
# deploy/docker/digests, which ./vigie images builds on, and deploy/compose/digests.yaml, to be laid over compose.yaml:
# docker compose -f compose.yaml -f digests.yaml up. A service's own image has a digest once it was pushed; one that has
# none is named, and stays as it is. Writes nothing if a pull fails.
# usage: ./vigie images --digests
set -eu

here=$(cd "$(dirname "$0")" && pwd)
compose=$here/../compose
digests() { docker image inspect -f '{{range .RepoDigests}}{{println .}}{{end}}' "$1"; }
pulled() { docker pull -q "$1" >/dev/null && digests "$1" | grep -m 1 "^${1%:*}@"; }

bases=$(sed -n 's/^ARG \(J[DR][KE]\)=/\1=/p' "$here/Dockerfile" | while IFS='=' read -r name image; do
  pinned=$(pulled "$image") || exit 1
  echo "$name=$pinned"
done) || exit 1
services=$(awk '/^  [a-z-]+:$/ { service = $1 } $1 == "image:" { print service, $2 }' "$compose/compose.yaml" |
  while read -r service image; do
    case $image in
      vigie/*) pinned=$(digests "$image" | head -n 1)
        [ -n "$pinned" ] || { echo "$image has not been pushed: not pinned" >&2; continue; } ;;
      *) pinned=$(pulled "$image") || exit 1 ;;
    esac
    printf '  %s {image: "%s"}\n' "$service" "$pinned"
  done) || exit 1

echo "$bases" >"$here/digests"
printf '# Made by ./vigie images --digests.\nservices:\n%s\n' "$services" >"$compose/digests.yaml"
cat "$here/digests" "$compose/digests.yaml"
