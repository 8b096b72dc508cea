#!/bin/bash
# Makes a directory with the mail software of Debian 12 that trial.sh and RealAnswersTests use: 1.5 GB, 10 minutes.
#   notice-service/src/test/mail/machine.sh DIRECTORY
# Needs root and Debian 12 or later. Nothing of it is started, and the machine's own mail system is not touched.
set -eu
machine=$1

# The machine's own package manager may be at work.
command -v mmdebstrap >/dev/null || {
  apt-get update -q && apt-get -o DPkg::Lock::Timeout=600 install -y -q --no-install-recommends mmdebstrap
}
packages=postfix,rspamd,spamassassin,python3-dkim,python3-aiosmtpd,python3-dnspython,faketime,libidn12,libgnutls-dane0
packages=$packages,mailman3,mailman3-web,python3-mailman-hyperkitty,sassc,request-tracker5,rt5-db-sqlite,rt5-clients
packages=$packages,rt5-standalone,openssl,dovecot-imapd,dovecot-lmtpd,dovecot-sieve
mirror=http://deb.debian.org
# Exim conflicts with Postfix as a package, not as a program.
# shellcheck disable=SC2016 # mmdebstrap's hooks expand $1 themselves
unshare -m -p -f --mount-proc --kill-child --propagation private mmdebstrap --mode=root --variant=apt --components=main --include="$packages" \
  --essential-hook='echo "postfix postfix/main_mailer_type select No configuration" | chroot "$1" debconf-set-selections' \
  --customize-hook='chroot "$1" sh -c "cd /tmp && apt-get download exim4-daemon-light && dpkg-deb -x exim4-daemon-light*.deb exim && mv exim/usr/sbin/exim4 /usr/sbin/"' \
  bookworm "$machine" "deb $mirror/debian bookworm main" "deb $mirror/debian-security bookworm-security main"
