#!/bin/sh
# The part of trial.sh that runs in namespaces of its own: network, mounts and processes, which all end with it.
set -eu
here=$1 work=$2 base=$3 java=$4
root=$work/root
ip link set lo up
ip addr add 192.0.2.25/32 dev lo
# Each run begins with the same machine: what it writes goes to a layer of its own.
mkdir "$root" "$work/layer" "$work/layer/up" "$work/layer/work"
mount -t overlay overlay -o "lowerdir=$base,upperdir=$work/layer/up,workdir=$work/layer/work" "$root"
mount -t proc proc "$root/proc"
mkdir -p "$root/trial" "$root/notices" "$root/seen"
mount --bind "$here" "$root/trial"
mount --bind "$work/notices" "$root/notices"
inside() { chroot "$root" env PYTHONPATH=/trial PYTHONDONTWRITEBYTECODE=1 python3 "$@"; }
inside /trial/servers.py &
servers=$!
for _ in $(seq 600); do
  [ -e "$root/seen/ready" ] && break
  kill -0 "$servers" 2>/dev/null || { echo "the mail software did not start" >&2; exit 1; }
  sleep 0.5
done
[ -e "$root/seen/ready" ] || { echo "the mail software did not start in five minutes" >&2; tail "$root"/var/log/*.out; exit 1; }
for port in 25 2526; do
  "$java" -XX:TieredStopAtLevel=1 -cp "$(cat "$work/notices/classpath")" org.vigie.notice.delivery.email.SendTrial "$work/notices" "$port"
done
inside /trial/judge.py
