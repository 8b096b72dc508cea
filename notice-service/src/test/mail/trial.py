"""Runs the mail software of trial.sh and prints the tables; see there."""
import base64, collections, email, email.policy, json, os, pathlib, re, smtplib, socket, subprocess, sys, threading, time
import urllib.request
import aiosmtpd.controller, dkim, dns.flags, dns.message, dns.rrset

WORK = pathlib.Path(sys.argv[1])
POSTFIX, EXIM, SINK, DNS, RSPAMD = 2525, 2526, 2527, 5353, 11333
THREADING = ("Message-ID", "In-Reply-To", "References", "X-Notice-Ref", "Subject", "Reply-To", "From")
DOMAIN = "hotline.example"


def public_key():
    der = subprocess.run(["openssl", "pkey", "-in", WORK / "notices/dkim.pem", "-pubout", "-outform", "DER"],
                         capture_output=True, check=True).stdout
    return "v=DKIM1; k=rsa; p=" + base64.b64encode(der).decode()


ZONE = {
    (f"trial._domainkey.{DOMAIN}.", "TXT"): public_key(),
    (f"{DOMAIN}.", "TXT"): "v=spf1 ip4:192.0.2.25 -all",
    (f"_dmarc.{DOMAIN}.", "TXT"): "v=DMARC1; p=reject",
    (f"{DOMAIN}.", "MX"): f"10 mail.{DOMAIN}.",
    (f"{DOMAIN}.", "A"): "192.0.2.25",
    (f"mail.{DOMAIN}.", "A"): "192.0.2.25",
    ("25.2.0.192.in-addr.arpa.", "PTR"): f"mail.{DOMAIN}.",
}


def serve_dns():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", DNS))
    while True:
        data, peer = server.recvfrom(4096)
        query = dns.message.from_wire(data)
        answer = dns.message.make_response(query)
        answer.flags |= dns.flags.AA | dns.flags.RA
        question = query.question[0]
        name, kind = question.name.to_text().lower(), dns.rdatatype.to_text(question.rdtype)
        if (name, kind) in ZONE:
            value = ZONE[(name, kind)]
            if kind == "TXT":
                value = " ".join(f'"{value[i:i + 250]}"' for i in range(0, len(value), 250))
            answer.answer.append(dns.rrset.from_text(name, 300, "IN", kind, value))
        elif not any(known == name for known, _ in ZONE):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        server.sendto(answer.to_wire(), peer)


class Sink:
    def __init__(self):
        self.got = {}

    async def handle_DATA(self, server, session, envelope):
        self.got[envelope.rcpt_tos[0]] = (envelope.mail_from, envelope.content)
        return "250 2.0.0 taken"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def start_postfix():
    home = WORK / "postfix"
    for part in ("queue", "data"):
        (home / part).mkdir(parents=True)
    subprocess.run(["chown", "postfix", home / "data"], check=True)
    write(home / "main.cf", f"""
compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/data
myhostname = mx.provider.example
mydestination =
inet_interfaces = 127.0.0.1
mynetworks = 127.0.0.0/8
smtp_host_lookup = native
disable_dns_lookups = yes
maillog_file = {home}/log
maillog_file_prefixes = {home}
transport_maps = inline:{{ sink.example=smtp:[127.0.0.1]:{SINK}, exim.example=smtp:[127.0.0.1]:{EXIM} }}
""")
    services = (pathlib.Path("/usr/share/postfix/master.cf.dist").read_text()
                .replace("smtp      inet  n       -       y       -       -       smtpd",
                         f"127.0.0.1:{POSTFIX} inet n - n - - smtpd"))
    services = re.sub(r"^(\w+\s+(?:unix|fifo|unix-dgram)\s+\S+\s+\S+\s+)y", r"\1n", services, flags=re.M)
    write(home / "master.cf", services)
    subprocess.run(["postfix", "-c", home, "start"], check=True, capture_output=True)
    return lambda: subprocess.run(["postfix", "-c", home, "stop"], capture_output=True)


def start_exim():
    home = WORK / "exim"
    (home / "spool").mkdir(parents=True)
    program = "/usr/sbin/exim4"
    config = write(home / "exim.conf", f"""
primary_hostname = exim.provider.example
spool_directory = {home}/spool
log_file_path = {home}/%slog
keep_environment =
local_interfaces = 127.0.0.1
daemon_smtp_ports = {EXIM}
tls_advertise_hosts =
acl_smtp_rcpt = accept
acl_smtp_data = accept
begin acl
accept:
  accept
begin routers
sink:
  driver = manualroute
  route_list = * 127.0.0.1
  self = send
  transport = sink
begin transports
sink:
  driver = smtp
  port = {SINK}
""")
    subprocess.run(["chown", "-R", "Debian-exim:Debian-exim", home], check=True)
    subprocess.run(["chown", "root:root", config], check=True)
    running = subprocess.Popen([program, "-C", config, "-bdf", "-q1m"], stdout=subprocess.DEVNULL,
                               stderr=open(home / "stderr", "w"))
    return running.kill


def start_rspamd():
    home = WORK / "rspamd"
    (home / "db").mkdir(parents=True)
    (home / "maps.d").mkdir()
    write(home / "local.d/options.inc", f'dns {{ nameserver = ["127.0.0.1:{DNS}"]; }}\ncontrol_socket = "{home}/control.sock";\n')
    write(home / "local.d/worker-normal.inc", f'bind_socket = "127.0.0.1:{RSPAMD}";\ncount = 1;\n')
    for worker in ("controller", "proxy", "fuzzy"):
        write(home / f"local.d/worker-{worker}.inc", "enabled = false;\n")
    write(home / "local.d/logging.inc", f'type = "file"; filename = "{home}/log";\n')
    for module in ("rbl", "fuzzy_check", "phishing", "hfilter", "asn", "neural", "greylist"):
        write(home / f"local.d/{module}.conf", "enabled = false;\n")
    running = subprocess.Popen(
        ["rspamd", "-f", "-i", f"--var=LOCAL_CONFDIR={home}", f"--var=DBDIR={home}/db", f"--var=RUNDIR={home}"],
        stdout=subprocess.DEVNULL, stderr=open(home / "stderr", "w"))
    return running.terminate


def wait_for(port, seconds=120):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"nothing listens on port {port}")


def send(port, sender, recipient, message):
    with smtplib.SMTP("127.0.0.1", port, local_hostname=f"mail.{DOMAIN}") as relay:
        options = [f"ENVID={recipient.split('@')[0]}", "RET=HDRS"] if relay.ehlo() and relay.has_extn("dsn") else []
        relay.sendmail(sender, [recipient], message, options,
                       ["NOTIFY=FAILURE,DELAY"] if options else [])


def headers(message):
    parsed = email.message_from_bytes(message, policy=email.policy.compat32)
    return {name: re.sub(r"\s+", " ", parsed[name]) for name in THREADING if parsed[name]}


def signature_holds(message):
    return dkim.verify(message, dnsfunc=lambda name, timeout=5: ZONE.get((name.decode().lower(), "TXT"), "").encode())


def rspamd(message, sender):
    request = urllib.request.Request(
        f"http://127.0.0.1:{RSPAMD}/checkv2", data=message,
        headers={"From": sender, "Rcpt": "abuse@hosting.example", "IP": "192.0.2.25", "Helo": f"mail.{DOMAIN}",
                 "Hostname": f"mail.{DOMAIN}"})
    said = json.load(urllib.request.urlopen(request, timeout=60))
    return said["score"], {name: one["score"] for name, one in said["symbols"].items() if one["score"] != 0}


def spamassassin(message):
    said = subprocess.run(["spamassassin", "-L", "-x", "--cf=bayes_path " + str(WORK / "bayes")], input=message,
                          capture_output=True, check=True).stdout
    status = email.message_from_bytes(said)["X-Spam-Status"]
    status = re.sub(r"\s+", " ", status)
    return re.search(r"score=(\S+)", status).group(1), re.search(r"tests=(.*?) autolearn", status).group(1)


def version(*command):
    said = subprocess.run(command, capture_output=True, text=True)
    return (said.stdout + said.stderr).strip().splitlines()[0]


def main():
    threading.Thread(target=serve_dns, daemon=True).start()
    sink = Sink()
    controller = aiosmtpd.controller.Controller(sink, hostname="127.0.0.1", port=SINK)
    controller.start()
    stops = [start_postfix(), start_exim(), start_rspamd()]
    failed = False
    try:
        for port in (POSTFIX, EXIM, RSPAMD):
            wait_for(port)
        notices = sorted((WORK / "notices").glob("*.eml"))
        routes = {"postfix": (POSTFIX, "sink.example"), "exim": (EXIM, "sink.example"),
                  "postfix then exim": (POSTFIX, "exim.example")}
        expected = {}
        for number, notice in enumerate(notices):
            sender = notice.stem.split("-", 3)[3]
            for route, (port, domain) in routes.items():
                recipient = f"n{number}.{route.replace(' ', '')}@{domain}"
                expected[recipient] = (notice, route)
                send(port, sender, recipient, notice.read_bytes())
        until = time.monotonic() + 120
        while len(sink.got) < len(expected) and time.monotonic() < until:
            time.sleep(0.5)
        kept, signed, came = (collections.Counter() for _ in range(3))
        for recipient, (notice, route) in expected.items():
            if recipient not in sink.got:
                continue
            came[route] += 1
            message = sink.got[recipient][1]
            kept[route] += headers(message) == headers(notice.read_bytes())
            signed[route] += signature_holds(message)
        print(version("postconf", "-c", WORK / "postfix", "mail_version"), "|",
              version("/usr/sbin/exim4", "-bV"), "|", version("rspamd", "--version"), "|",
              version("spamassassin", "--version"))
        print(f"\n{'hop':20}{'sent':>6}{'came':>6}{'headers kept':>14}{'DKIM valid':>12}")
        for route in routes:
            print(f"{route:20}{len(notices):6}{came[route]:6}{kept[route]:14}{signed[route]:12}")
            failed |= not len(notices) == came[route] == kept[route] == signed[route]
        print(f"\n{'notice':32}{'threads':>8}  {'rspamd':8}{'symbols with a score':60}  SpamAssassin")
        for notice in notices:
            kind, language, form, sender = notice.stem.split("-", 3)
            message = notice.read_bytes()
            threads = "In-Reply-To" in headers(message)
            failed |= threads == (kind in ("FIRST", "TEST"))
            score, symbols = rspamd(message, sender)
            # The examples have a fixed date, which lies in the past.
            failed |= any(value > 0 for name, value in symbols.items() if name != "DATE_IN_PAST")
            found = " ".join(f"{name}({value:+.2f})" for name, value in sorted(symbols.items()))
            points, tests = spamassassin(message)
            print(f"{kind + ' ' + language + ' ' + form:32}{'yes' if threads else 'no':>8}  {score:<8.2f}{found:60}  {points} {tests}")
    finally:
        for stop in stops:
            stop()
        controller.stop()
    raise SystemExit(1 if failed else 0)


main()
