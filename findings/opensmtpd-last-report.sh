#!/usr/bin/env bash
# What OpenSMTPD reports when it gives a mail up that the next server put off until the queue's time was over.
# Guess: Action: failed, as RFC 3464, section 2.3.3, has it of a recipient that nothing is tried for any more.
# Found: the last report is another "delayed", in its subject, its text and its Action. It says that the mail stays in the
# queue for up to 7 days and need not be sent again, of a mail that has just left it. Only the status tells the two apart:
# 4.0.0 while it tries, 4.4.7 ("Envelope expired", RFC 3463: delivery time expired) at the end. None of them has a
# Diagnostic-Code, and the type is multipart/mixed, not multipart/report.
# Who goes by Action waits for ever for mail that nobody will deliver.
# Debian 12: opensmtpd 6.8.0p2-4+b4, unpacked into a temporary directory, in namespaces of its own. Needs root, python3.
# Loopback only. Without Vigie.
set -euo pipefail

dir=$(mktemp -d)
# unshare, which waits for what it started, ignores any weaker signal.
trap 'kill -KILL $(jobs -p) 2>/dev/null; wait 2>/dev/null; rm -rf "$dir"' EXIT
chmod 755 "$dir"
cd "$dir"
apt-get download -q opensmtpd=6.8.0p2-4+b4 >/dev/null 2>&1 ||
  { apt-get update -qq && apt-get download -q opensmtpd=6.8.0p2-4+b4 >/dev/null; }
dpkg-deb -x opensmtpd*.deb .

# The next server: it puts off whatever is for user@, and keeps what is for the sender.
cat >server.py <<'P'
import socketserver


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 next.example ESMTP")
        while line := self.rfile.readline().decode().strip():
            verb = line[:4].upper()
            if verb == "RCPT" and "<user@" in line:
                self.say("450 4.7.1 Greylisted")
            elif verb == "DATA":
                self.say("354 go on")
                text = b""
                while (more := self.rfile.readline()) != b".\r\n":
                    text += more.replace(b"\r", b"")
                with open("reports", "ab") as reports:
                    reports.write(text)
                self.say("250 kept")
            else:
                self.say("250 next.example")


with socketserver.ThreadingTCPServer(("127.0.3.7", 0), Session) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
P
: >reports
python3 server.py >port &
for _ in $(seq 100); do [ -s port ] && break; sleep 0.1; done

for file in passwd group; do cp "/etc/$file" "$file"; done
for user in opensmtpd:x:64001 opensmtpq:x:64002; do
  echo "$user:${user##*:}::/var/lib/opensmtpd/empty:/bin/false" >>passwd
  echo "$user:" >>group
done
echo '127.0.0.1 opensmtpd.example localhost' >hosts
cat >smtpd.conf <<C
queue ttl 20s
bounce warn-interval 5s
listen on 127.0.3.8 port 2525
action out relay host "smtp://127.0.3.7:$(cat port)"
match from any for any action out
C
cat >inside.sh <<'S'
set -eu
for file in passwd group hosts; do mount --bind "$file" "/etc/$file"; done
for place in /var/lib /var/spool /run; do mount -t tmpfs -o mode=755 none "$place"; done
mkdir -p /var/lib/opensmtpd/empty
mkdir -m 711 /var/spool/smtpd
hostname opensmtpd.example
exec ./usr/sbin/smtpd -d -f "$PWD/smtpd.conf"
S
unshare -m -u -p -f --mount-proc --kill-child --propagation private sh inside.sh >log 2>&1 &
for _ in $(seq 100); do (: >/dev/tcp/127.0.3.8/2525) 2>/dev/null && break; sleep 0.1; done
sed -n 1p log
python3 -c '
import smtplib
with smtplib.SMTP("127.0.3.8", 2525) as client:
    client.sendmail("from@sender.example", ["user@next.example"], "Subject: x\r\n\r\nx\r\n")'
for _ in $(seq 120); do [ "$(grep -c '^Status:' reports)" = 2 ] && break; sleep 0.5; done

check() { # what is asked of the reports, expected
  local found
  found=$(sed -n "$1" reports | tr '\n' ',')
  echo "$found"
  [ "$found" = "$2" ] || { echo "expected: $2"; exit 1; }
}
check 's/^Subject: \(Delivery.*\)/\1/p' 'Delivery status notification: delayed,Delivery status notification: delayed,'
check 's/^Action: //p' 'delayed,delayed,'
check 's/^Status: //p' '4.0.0,4.4.7,'
check 's/^user@next.example: //p' '450 4.7.1 Greylisted,Envelope expired,'
check 's/^ *The message is kept in the queue for up to //p' '7 days.,7 days.,'
check '/^Diagnostic-Code:/p' ''
check 's/^Content-Type: \(multipart[^;]*\).*/\1/p' 'multipart/mixed,multipart/mixed,'
grep -q 'Expire for .*stat=Envelope expired' log || { echo "expected: it was given up"; exit 1; }
echo "as found"
