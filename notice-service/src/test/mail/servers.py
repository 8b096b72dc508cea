"""Starts the mail software of trial.sh and stays: every machine of example names is on loopback here."""
import pathlib, re, socket, threading
import aiosmtpd.controller, dns.flags, dns.message, dns.rdatatype, dns.rrset
import machine
from machine import run, start, to_rt, wait_for, write
from world import DOMAIN, EXIM, LISTS, MAILMAN, NAMES, NAMESERVER, RT, SEEN, SINK, ZONE, mailman


def serve_dns():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", NAMESERVER))
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
    """The mailboxes at the end of every way, ours and the providers'."""

    def __init__(self):
        self.taken = 0

    async def handle_DATA(self, server, session, envelope):
        self.taken += 1
        (SEEN / f"{self.taken:04}.eml").write_bytes(envelope.original_content)
        write(SEEN / f"{self.taken:04}.to", f"{envelope.mail_from}\n{envelope.rcpt_tos[0]}\n")
        return "250 2.0.0 taken"


def start_postfix():
    machine.start_postfix(f"""
compatibility_level = 3.6
myhostname = mail.{DOMAIN}
mydestination =
inet_interfaces = 127.0.0.1
mynetworks = 127.0.0.0/8
smtp_host_lookup = native
disable_dns_lookups = yes
maillog_file = /var/log/postfix.log
message_size_limit = 0
rt_destination_recipient_limit = 1
transport_maps = inline:{{ exim.example=smtp:[127.0.0.1]:{EXIM}, rt.example=rt:,
  lists.example=lmtp:[127.0.0.1]:8024 }}
default_transport = smtp:[127.0.0.1]:{SINK}
""", to_rt(RT))


def start_exim():
    machine.start_exim(f"""
primary_hostname = exim.provider.example
spool_directory = /var/spool/exim
log_file_path = /var/spool/exim/%slog
keep_environment =
local_interfaces = 127.0.0.1
daemon_smtp_ports = {EXIM}
tls_advertise_hosts =
dsn_advertise_hosts = *
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


def start_mailman():
    web = pathlib.Path("/etc/mailman3/mailman-web.py").read_text()
    key = re.search(r"MAILMAN_ARCHIVER_KEY = '(.*)'", web).group(1)
    write("/etc/mailman3/mailman-hyperkitty.cfg",
          f"[general]\nbase_url: http://127.0.0.1:8000/hyperkitty/\napi_key: {key}\n")
    with open("/etc/mailman3/mailman.cfg", "a") as settings:
        settings.write("\n[archiver.hyperkitty]\nclass: mailman_hyperkitty.Archiver\nenable: yes\n"
                       "configuration: /etc/mailman3/mailman-hyperkitty.cfg\n")
    for directory in ("/run/mailman3", "/var/log/mailman3", "/var/lib/mailman3"):
        pathlib.Path(directory).mkdir(exist_ok=True)
        run("chown", "-R", "list:list", directory)
    run("chown", "-R", "www-data:www-data", "/var/lib/mailman3/web", "/var/log/mailman3/web")
    run("chmod", "755", "/var/lib/mailman3", "/var/log/mailman3")
    start("archive", "runuser", "-u", "www-data", "--", "python3", "/usr/share/mailman3-web/manage.py", "runserver",
          "--noreload", "--insecure", "127.0.0.1:8000", cwd="/usr/share/mailman3-web")
    # Not run(): what it starts keeps its output open.
    start("mailman", "runuser", "-u", "list", "--", "/usr/bin/mailman", "-C", "/etc/mailman3/mailman.cfg", "start", "--force")
    wait_for(MAILMAN)
    wait_for(8024)
    make_lists()


def make_lists():
    mailman("POST", "domains", mail_host="lists.example")
    for name, settings in LISTS.items():
        address = f"{name}@lists.example"
        mailman("POST", "lists", fqdn_listname=address)
        mailman("PATCH", f"lists/{address}/config", **settings)
        mailman("POST", "members", list_id=f"{name}.lists.example", subscriber=f"{name}@member.example",
                pre_verified="true", pre_confirmed="true", pre_approved="true")


def main():
    write("/etc/hosts", "127.0.0.1 localhost\n127.0.0.1 " + " ".join(NAMES) + "\n")
    write("/etc/resolv.conf", "nameserver 127.0.0.1\n")
    threading.Thread(target=serve_dns, daemon=True).start()
    aiosmtpd.controller.Controller(Sink(), hostname="127.0.0.1", port=SINK, data_size_limit=0).start()
    start_postfix()
    start_exim()
    machine.set_up_rt(RT, "rt.example", "abuse-en")
    start_mailman()
    for port in (25, EXIM, RT, 8000):
        wait_for(port)
    write(SEEN / "ready", "")
    threading.Event().wait()


if __name__ == "__main__":
    main()
