#!/bin/sh
# Assembles a base image from Debian's packages and the JDK in JAVA_HOME, where no registry of images can be reached.
# It trusts the certificate authorities that this machine trusts. For trials: a release takes a base that is maintained.
# usage: local-base.sh NAME:TAG; as root, with mmdebstrap or debootstrap
set -eu

image=${1:?usage: local-base.sh NAME:TAG}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
if command -v mmdebstrap >/dev/null; then
  mmdebstrap --quiet --variant=minbase --include=ca-certificates,tzdata bookworm "$root/tree"
else
  debootstrap --variant=minbase --include=ca-certificates,tzdata bookworm "$root/tree" >/dev/null
fi
java=$root/tree/opt/java/openjdk
mkdir -p "$java"
(cd "$JAVA_HOME" && tar -chf - --exclude=./man --exclude=./lib/src.zip .) | tar -xf - -C "$java"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/tree/etc/ssl/certs/ca-certificates.crt"
tar -cf - -C "$root/tree" . | docker import \
  --change 'ENV JAVA_HOME=/opt/java/openjdk' \
  --change 'ENV PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
  - "$image" >/dev/null
