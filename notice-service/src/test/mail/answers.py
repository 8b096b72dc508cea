"""Starts the mail software that RealAnswersTests has notices sent to, and stays. Everything is on loopback.

hotline.example is ours: what comes there is handed to Dovecot by LMTP, which gives it by IMAP to whoever says "secret".
"""
import pathlib, sys
import machine
from machine import run, start, to_rt, wait_for, write

SMTP, EXIM, LMTP, IMAP, RT = (int(port) for port in sys.argv[1:])


def start_dovecot():
    # Mail to away@ is answered by Pigeonhole's vacation, from the server that handed it over.
    write("/srv/mail/away.sieve", """
require ["vacation"];
vacation :days 1 :subject "Away" "I am away until Monday. REMOVED, ACTIONED, NOT_OURS: none of it is meant.";
""")
    write("/srv/mail/desk.sieve", "keep;\n")
    write("/srv/mail/notices.sieve", "keep;\n")
    run("chown", "-R", "nobody:nogroup", "/srv/mail")
    write("/etc/dovecot/dovecot.conf", f"""
log_path = /var/log/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_username_format = %n
mail_location = maildir:/srv/mail/%n
first_valid_uid = 1
submission_host = 127.0.0.1:{SMTP}
postmaster_address = postmaster@provider.example
passdb {{
  driver = static
  args = password=secret
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home=/srv/mail/home/%n
}}
service imap-login {{
  inet_listener imap {{
    port = {IMAP}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {LMTP}
  }}
}}
protocol lmtp {{
  mail_plugins = sieve
}}
plugin {{
  sieve = file:/srv/mail/%n.sieve
}}
""")
    start("dovecot", "/usr/sbin/dovecot", "-F")
    wait_for(LMTP)


def start_postfix():
    machine.start_postfix(f"""
compatibility_level = 3.6
myhostname = mail.hotline.example
mydestination = local.example
alias_maps =
local_recipient_maps =
inet_interfaces = 127.0.0.1
mynetworks = 127.0.0.0/8
smtp_host_lookup = native
disable_dns_lookups = yes
maillog_file = /var/log/postfix.log
rt_destination_recipient_limit = 1
transport_maps = inline:{{ hotline.example=lmtp:[127.0.0.1]:{LMTP}, provider.example=lmtp:[127.0.0.1]:{LMTP},
  exim.example=smtp:[127.0.0.1]:{EXIM}, rt.example=rt: }}
default_transport = error:5.4.4 no such domain here
""", to_rt(RT), SMTP)
    wait_for(SMTP)


def start_exim():
    machine.start_exim(f"""
primary_hostname = exim.example
spool_directory = /var/spool/exim
log_file_path = /var/spool/exim/%slog
keep_environment =
local_interfaces = 127.0.0.1
daemon_smtp_ports = {EXIM}
tls_advertise_hosts =
dsn_advertise_hosts = *
acl_smtp_rcpt = rcpt
begin acl
rcpt:
  deny local_parts = refused
       message = Unknown user
  accept
begin routers
local_user:
  driver = accept
  domains = exim.example
  check_local_user
  transport = out
  cannot_route_message = Unknown user
out:
  driver = manualroute
  domains = !exim.example
  route_list = * 127.0.0.1
  self = send
  transport = out
begin transports
out:
  driver = smtp
  port = {SMTP}
""")
    wait_for(EXIM)


start_dovecot()
start_postfix()
start_exim()
machine.set_up_rt(RT, "rt.example", "desk")
wait_for(RT)
print("ready", flush=True)
sys.stdin.read()
