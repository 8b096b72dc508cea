"""What servers.py and judge.py share: names, ports and settings of the trial's machines, and how to ask Mailman."""
import base64, pathlib, subprocess
import urllib.parse, urllib.request

SEEN, NOTICES = pathlib.Path("/seen"), pathlib.Path("/notices")
SINK, EXIM, NAMESERVER, RSPAMD, RT, MAILMAN = 2527, 2526, 5353, 11333, 8080, 8001
DOMAIN = "hotline.example"
NAMES = (f"mail.{DOMAIN}", "exim.provider.example", "rt.example", "lists.example")

#: One list as Mailman makes it, which holds what a stranger sends; the others take it, one under a name of its own.
LISTS = {
    "abuse-en": {"default_nonmember_action": "accept"},
    "abuse-fr": {},
    "noc-en": {"default_nonmember_action": "accept", "dmarc_mitigate_action": "munge_from",
               "dmarc_mitigate_unconditionally": "true"},
    "noc-fr": {"default_nonmember_action": "accept", "subject_prefix": ""},
}


def public_key():
    der = subprocess.run(["openssl", "pkey", "-in", NOTICES / "dkim.pem", "-pubout", "-outform", "DER"],
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


def mailman(method, path, **fields):
    settings = pathlib.Path("/etc/mailman3/mailman.cfg").read_text()
    password = next(line.split(": ", 1)[1] for line in settings.splitlines() if line.startswith("admin_pass: "))
    request = urllib.request.Request(
        f"http://127.0.0.1:{MAILMAN}/3.1/{path}", method=method, data=urllib.parse.urlencode(fields).encode() or None,
        headers={"Authorization": "Basic " + base64.b64encode(f"restadmin:{password}".encode()).decode()})
    return urllib.request.urlopen(request, timeout=60).read()
