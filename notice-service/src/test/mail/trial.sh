#!/bin/bash
# Has the service send every kind of notice and takes them, as it hands them over, through Postfix, Exim, Request
# Tracker 5 and Mailman 3 with HyperKitty, and shows them to rspamd and SpamAssassin; prints what became of headers,
# envelopes, signatures and threads, what came back, and what the filters found. Ends with 1 where that is our fault.
#   notice-service/src/test/mail/trial.sh
# Needs root, Debian 12 or later and a JDK 25 for ./mvnw. The mail software is that of Debian 12, in a directory of its
# own (1.5 GB, 10 minutes; TRIAL_MACHINE names one to keep and use again), in namespaces of its own for network, mounts
# and processes: nothing of it outlives the run, and the machine's own mail system is not touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
chmod 755 "$work"
machine=${TRIAL_MACHINE:-$work/machine}

[ -e "$machine/usr/sbin/exim4" ] || "$here/machine.sh" "$machine"

mkdir "$work/notices"
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/notices/dkim.pem" 2>/dev/null
. "$root/.mvn/find-jdk.sh"
(cd "$root" && ./mvnw ${MVNW_OPTIONS:-} -B -ntp -q -pl notice-service -am test -Dtest=MailTrialTests \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dtest.jvm=-Dmail.trial=$work/notices")
rm -rf "$work/notices/data"
unshare -n -m -p -f --kill-child --propagation private true || { echo "namespaces are not allowed here" >&2; exit 1; }
unshare -n -m -p -f --kill-child --propagation private \
  sh "$here/inside.sh" "$here" "$work" "$machine" "$JAVA_HOME/bin/java"
