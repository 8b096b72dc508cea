#!/bin/sh
# Builds one image for each service, vigie/<service>, from deploy/docker/Dockerfile. Needs Docker with BuildKit.
# usage: ./vigie images [--local-base] [SERVICE...] | --digests
#   --digests     builds nothing: pins for a release what is named by tag; see digests.sh
#   --local-base  assembles the base image on this machine (mmdebstrap or debootstrap, and the JDK that ./vigie found)
#                 instead of taking it from a registry; as root
# JDK and JRE name other base images. Where --digests wrote deploy/docker/digests, it names them.

set -eu

here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
case ${1:-} in
  -h | --help) sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit 0 ;;
  --digests) exec "$here/digests.sh" ;;
esac
[ ! -f "$here/digests" ] || [ -n "${JDK:-}${JRE:-}" ] || . "$here/digests"
if [ "${1:-}" = --local-base ]; then
  shift
  "$here/local-base.sh" vigie-local/java:25
  JDK=vigie-local/java:25 JRE=vigie-local/java:25
fi
[ $# -gt 0 ] || set -- notice-service provider-registry availability-checker metrics-service
for service in "$@"; do
  echo "vigie/$service ..." >&2
  DOCKER_BUILDKIT=1 docker build -q -f "$here/Dockerfile" -t "vigie/$service" --build-arg "SERVICE=$service" \
    ${JDK:+--build-arg "JDK=$JDK"} ${JRE:+--build-arg "JRE=$JRE"} "$home" >/dev/null
done
docker images --format '{{.Repository}}:{{.Tag}} {{.Size}}' | grep '^vigie/'
