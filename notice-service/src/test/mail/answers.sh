#!/bin/sh
# Runs answers.py in the directory of a machine that machine.sh made, for RealAnswersTests. Mounts and processes are its
# own and end with it; what it writes goes to a layer in memory.
#   answers.sh MACHINE SMTP EXIM LMTP IMAP RT
set -eu
[ -n "${ANSWERS_INSIDE-}" ] || ANSWERS_INSIDE=1 exec unshare -m -p -f --kill-child --propagation private "$0" "$@"
here=$(cd "$(dirname "$0")" && pwd)
base=$(cd "$1" && pwd)
shift
layer=$(mktemp -d)
mount -t tmpfs -o size=600m,mode=755 layer "$layer"
mkdir "$layer/up" "$layer/work" "$layer/root"
mount -t overlay overlay -o "lowerdir=$base,upperdir=$layer/up,workdir=$layer/work" "$layer/root"
mount -t proc proc "$layer/root/proc"
mkdir -p "$layer/root/trial"
mount --bind "$here" "$layer/root/trial"
exec chroot "$layer/root" env PYTHONPATH=/trial PYTHONDONTWRITEBYTECODE=1 python3 /trial/answers.py "$@"
