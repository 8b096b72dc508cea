#!/usr/bin/env bash
# Which status sendmail reports for a recipient that the next server refused without an enhanced status code.
# Guess: 5.0.0, since nobody said more than three digits.
# Found: it makes one up from the three digits, and words for it: 550 is 5.1.1 "User unknown", whatever stands behind the
# digits, also where a filter refused the mail; 551 is 5.1.6, 552 is 5.2.2, 553 is 5.1.3; only 554 is 5.0.0. A code that the
# server does give (550 5.7.1) counts only if it announced ENHANCEDSTATUSCODES; otherwise that, too, is 5.1.1.
# Who goes by Status calls an address dead because of a filter: what the server said is in Diagnostic-Code.
# Debian 12: sendmail 8.17.1.9-2+deb12u2, unpacked into a temporary directory. Needs root, m4, python3. Loopback only.
# Without Vigie.
set -euo pipefail

dir=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$dir"' EXIT
chmod 755 "$dir"
cd "$dir"
command -v m4 >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends m4 >/dev/null; }
for package in sendmail-bin sendmail-cf; do
  apt-get download -q "$package=8.17.1.9-2+deb12u2" >/dev/null 2>&1 ||
    { apt-get update -qq && apt-get download -q "$package=8.17.1.9-2+deb12u2" >/dev/null; }
done
for package in *.deb; do dpkg-deb -x "$package" .; done

# The next server: what a recipient is refused with stands in its address; a report, which comes from nobody, is kept.
cat >server.py <<'P'
import os, socketserver

REPLIES = {"user": "550 No such user here", "spam": "550 Rejected by our content filter", "551": "551 Not here",
           "552": "552 Too much", "553": "553 Not allowed", "554": "554 No", "own": "550 5.7.1 Rejected by policy"}


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 next.example")
        while line := self.rfile.readline().decode().strip():
            verb, refused = line[:4].upper(), REPLIES.get(line.partition("<")[2].partition("@")[0])
            if verb == "RCPT" and refused:
                self.say(refused)
            elif verb == "DATA":
                self.say("354 go on")
                with open("report", "ab") as report:
                    while (text := self.rfile.readline()) != b".\r\n":
                        report.write(text)
                self.say("250 kept")
            elif verb == "EHLO" and os.path.exists("announces"):
                self.say("250-next.example")
                self.say("250 ENHANCEDSTATUSCODES")
            else:
                self.say("250 next.example")


with socketserver.ThreadingTCPServer(("127.0.3.7", 0), Session) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
P
python3 server.py >port &
for _ in $(seq 100); do [ -s port ] && break; sleep 0.1; done

# Everything goes to that server, and nothing to DNS; a host whose own name has no dot would be waited for.
echo '127.0.0.1 sendmail.example localhost' >hosts
echo 'hosts files' >switch
mkdir -m 700 queue
cat >sendmail.mc <<M
include(\`$dir/usr/share/sendmail/cf/m4/cf.m4')
OSTYPE(\`linux')
define(\`confDOMAIN_NAME', \`sendmail.example')
define(\`confSERVICE_SWITCH_FILE', \`$dir/switch')
define(\`QUEUE_DIR', \`$dir/queue')
define(\`STATUS_FILE', \`')
define(\`RELAY_MAILER_ARGS', \`TCP \$h $(cat port)')
define(\`SMART_HOST', \`relay:[127.0.3.7]')
FEATURE(\`nocanonify')
MAILER(\`smtp')
M
m4 -D_CF_DIR_="$dir/usr/share/sendmail/cf/" sendmail.mc >sendmail.cf 2>m4.log

check() { # recipient, status, reason in words (sendmail's own)
  local found words
  : >report
  printf 'Subject: x\n\nx\n' | timeout 50 unshare -m -u sh -c 'mount --bind hosts /etc/hosts
    hostname sendmail.example
    exec ./usr/libexec/sendmail/sendmail -C "$0/sendmail.cf" -f from@sender.example -odi -i "$1@next.example"' \
    "$dir" "$1" >send.log 2>&1 || true
  found=$(sed -n 's/^Status: \([0-9.]*\).*/\1/p' report)
  words=$(sed -n "s/^55[0-9] [0-9.]* .*\.\.\. \(.*[a-z]\)\r*$/\1/p" report | sed -n 1p)
  echo "$(sed -n 's/^<<< \(55.*[a-z]\)\r*$/\1/p' report | sed -n 1p): Status $found, ${words:-no words}"
  [ "$found" = "$2" ] && [ "$words" = "$3" ] || { echo "expected: $2, ${3:-no words}"; exit 1; }
}
check user 5.1.1 'User unknown'
check spam 5.1.1 'User unknown'
check 551 5.1.6 'User unknown'
check 552 5.2.2 ''
check 553 5.1.3 'User unknown'
check 554 5.0.0 ''
check own 5.1.1 'User unknown'
touch announces
check own 5.7.1 'User unknown'
check spam 5.1.1 'User unknown'
echo "as found"
