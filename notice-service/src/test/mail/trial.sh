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

# The machine's own package manager may be at work.
command -v mmdebstrap >/dev/null || {
  apt-get update -q && apt-get -o DPkg::Lock::Timeout=600 install -y -q --no-install-recommends mmdebstrap
}
if [ ! -e "$machine/usr/sbin/exim4" ]; then
  packages=postfix,rspamd,spamassassin,python3-dkim,python3-aiosmtpd,python3-dnspython,faketime,libidn12,libgnutls-dane0
  packages=$packages,mailman3,mailman3-web,python3-mailman-hyperkitty,sassc,request-tracker5,rt5-db-sqlite,rt5-clients
  packages=$packages,rt5-standalone,openssl
  mirror=http://deb.debian.org
  # Exim conflicts with Postfix as a package, not as a program.
  # shellcheck disable=SC2016 # mmdebstrap's hooks expand $1 themselves
  unshare -m -p -f --mount-proc --kill-child --propagation private mmdebstrap --mode=root --variant=apt --components=main --include="$packages" \
    --essential-hook='echo "postfix postfix/main_mailer_type select No configuration" | chroot "$1" debconf-set-selections' \
    --customize-hook='chroot "$1" sh -c "cd /tmp && apt-get download exim4-daemon-light && dpkg-deb -x exim4-daemon-light*.deb exim && mv exim/usr/sbin/exim4 /usr/sbin/"' \
    bookworm "$machine" "deb $mirror/debian bookworm main" "deb $mirror/debian-security bookworm-security main"
fi

mkdir "$work/notices"
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/notices/dkim.pem" 2>/dev/null
. "$root/.mvn/find-jdk.sh"
(cd "$root" && ./mvnw ${MVNW_OPTIONS:-} -B -ntp -q -pl notice-service -am test -Dtest=MailTrialTests \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dtest.jvm=-Dmail.trial=$work/notices")
rm -rf "$work/notices/data"
unshare -n -m -p -f --kill-child --propagation private true || { echo "namespaces are not allowed here" >&2; exit 1; }
unshare -n -m -p -f --kill-child --propagation private \
  sh "$here/inside.sh" "$here" "$work" "$machine" "$JAVA_HOME/bin/java"
