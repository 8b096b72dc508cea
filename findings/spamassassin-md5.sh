#!/usr/bin/env bash
# Which hashes in a mail SpamAssassin takes for Bitcoin addresses (PDS_BTC_ID).
# Guess: SHA-1 and MD5 alike, whenever they begin with 1 or 3, since an address is 26 to 35 letters and digits and the
# rule will not look for where the word ends. Found:
#   - It does look: SHA-1 and SHA-256 are too long and never match. An MD5 matches if it begins with 1 or 3 and has no
#     zero (Base58 has none): 1.7 % of all, so that a mail with 40 MD5s has an even chance of one.
#   - The same mail then also has BITCOIN_SPAM_03, and with "within 24 hours" in it BITCOIN_DEADLINE: 3 points of 5.
#   - An equals sign right before the hash (MD5=...) keeps the rule from matching; a colon or a space does not.
# Debian 12: spamassassin 4.0.1, local tests, the rules of the package. Needs root for apt. Without Vigie.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
command -v spamassassin >/dev/null ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends spamassassin >/dev/null; }
cd "$dir"

symbols() {
  printf 'From: a@example.org\nTo: b@example.net\nSubject: list\nDate: %s\nMessage-ID: <1@example.org>\n\n%s\n' \
    "$(date -R)" "$1" | spamassassin -L -t 2>/dev/null |
    grep -oE '\b(PDS_BTC_ID|BITCOIN_SPAM_03|BITCOIN_DEADLINE)\b' | LC_ALL=C sort -u | tr '\n' ' ' || true
}
check() {
  found=$(symbols "$1" | sed 's/ $//')
  echo "$1: ${found:-nothing}"
  [ "$found" = "$2" ] || { echo "expected: ${2:-nothing}"; exit 1; }
}

md5=1a1d8cd98f11b214e9811998ecf8427e
check "MD5 $md5" 'BITCOIN_SPAM_03 PDS_BTC_ID'
check "MD5: 3${md5#1}" 'BITCOIN_SPAM_03 PDS_BTC_ID'
check "MD5 ${md5/d8/d0}" ''
check "MD5 2${md5#1}" ''
check "MD5=$md5" ''
check "SHA-1 ${md5}11112222" ''
check "SHA-256 $md5$md5" ''
check "MD5 $md5, please remove it within 24 hours" 'BITCOIN_DEADLINE BITCOIN_SPAM_03 PDS_BTC_ID'
echo "as found"
