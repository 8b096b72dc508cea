#!/bin/bash
# Sends every kind of notice, as MimeNoticeRenderer writes it, through Postfix and Exim and shows it to rspamd and
# SpamAssassin, all from Debian; prints what became of headers and signatures and what the filters found.
# Needs root, Debian 12 or later and a JDK for ./mvnw. Everything listens on loopback in a network namespace of its own
# and lives in a temporary directory; the machine's own mail system is not touched.
#   notice-service/src/test/mail/trial.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export DEBIAN_FRONTEND=noninteractive
missing=""
for package in postfix libidn12 libgnutls-dane0 rspamd spamassassin python3-dkim python3-aiosmtpd python3-dnspython; do
  dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
if [ -n "$missing" ]; then
  echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
  # shellcheck disable=SC2086
  apt-get install -y -q --no-install-recommends $missing
fi
# Exim conflicts with Postfix as a package: its program is taken out of the package and runs from the directory.
if [ -n "${EXIM_DEB:-}" ]; then cp "$EXIM_DEB" "$work/"; else (cd "$work" && apt-get download -q exim4-daemon-light); fi
id Debian-exim >/dev/null 2>&1 || useradd --system --user-group -M -s /usr/sbin/nologin Debian-exim
dpkg-deb -x "$work"/exim4-daemon-light*.deb "$work/exim-package"

mkdir "$work/notices"
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/notices/dkim.pem" 2>/dev/null
(cd "$root" && ./mvnw ${MVNW_OPTIONS:-} -B -ntp -q -pl notice-service -am test -Dtest=MailTrialTests \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dtest.jvm=-Dmail.trial=$work/notices")
chmod 755 "$work"
unshare -rn true 2>/dev/null || { echo "network namespaces are not allowed here" >&2; exit 1; }
# Exim starts itself again by the path it was built with, which is there in a mount namespace of its own.
cp -a /usr/sbin "$work/sbin"
cp "$work/exim-package/usr/sbin/exim4" "$work/sbin/"
unshare -n -m sh -c "mount --bind '$work/sbin' /usr/sbin; ip link set lo up; ip addr add 192.0.2.25/32 dev lo; exec /usr/bin/python3 '$here/trial.py' '$work'"
