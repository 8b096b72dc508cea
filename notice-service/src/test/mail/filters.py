"""Shows every notice to rspamd and, at the time of its Date, to SpamAssassin; prints what they found."""
import collections, email.utils, json, os, pathlib, subprocess, tempfile, time
import urllib.request
from machine import run, start, wait_for, write
from world import DOMAIN, NAMESERVER, RSPAMD

#: A notice as rspamd and SpamAssassin judged it; the rspamd symbols that count against us.
Said = collections.namedtuple("Said", "name against score")
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
HOME = pathlib.Path("/etc/rspamd")


def configure_rspamd():
    write(HOME / "local.d/options.inc", f'dns {{ nameserver = ["127.0.0.1:{NAMESERVER}"]; }}\n')
    write(HOME / "local.d/worker-normal.inc", f'bind_socket = "127.0.0.1:{RSPAMD}";\ncount = 1;\n')
    for worker in ("controller", "proxy", "fuzzy"):
        write(HOME / f"local.d/worker-{worker}.inc", "enabled = false;\n")
    write(HOME / "local.d/logging.inc", 'type = "file"; filename = "/var/log/rspamd.log";\n')
    # What asks the Internet; the phishing module's own rules stay.
    for module in ("rbl", "fuzzy_check", "asn", "neural", "greylist"):
        write(HOME / f"local.d/{module}.conf", "enabled = false;\n")


def shifted(days):
    return dict(os.environ, LD_PRELOAD=FAKETIME, FAKETIME=f"-{days}d", FAKETIME_DONT_FAKE_MONOTONIC="1")


def rspamd(raw, sender, recipient):
    request = urllib.request.Request(
        f"http://127.0.0.1:{RSPAMD}/checkv2", data=raw,
        headers={"From": sender, "Rcpt": recipient, "IP": "192.0.2.25", "Helo": f"mail.{DOMAIN}",
                 "Hostname": f"mail.{DOMAIN}"})
    said = json.load(urllib.request.urlopen(request, timeout=60))
    return {name: one["score"] for name, one in said["symbols"].items()}


def spamassassin(raws, days):
    """Score and rules of each, by its own library: starting the command for each takes seconds."""
    with tempfile.TemporaryDirectory() as directory:
        files = []
        for number, raw in enumerate(raws):
            files.append(f"{directory}/{number}")
            pathlib.Path(files[-1]).write_bytes(raw)
        said = subprocess.run(["perl", "/trial/spamassassin.pl", *files], env=shifted(days), capture_output=True,
                              text=True, check=True).stdout
    return [line.split("\t") for line in said.splitlines()]


def judge(notices):
    """Prints a line for each kind, language and finding; returns what was said of each notice."""
    configure_rspamd()
    by_day, now = collections.defaultdict(list), time.time()
    for notice in notices:
        date = email.utils.parsedate_to_datetime(email.message_from_bytes(notice[1])["Date"]).timestamp()
        by_day[int((now - date) // 86400)].append(notice)
    start("rspamd", "rspamd", "-f", "-i")
    wait_for(RSPAMD)
    found, rules, all_said = collections.Counter(), collections.Counter(), []
    for days, group in sorted(by_day.items()):
        assassin = spamassassin([raw for _, raw, _, _ in group], days)
        for (name, raw, sender, recipient), (score, tests) in zip(group, assassin, strict=True):
            symbols = rspamd(raw, sender, recipient)
            # rspamd does not run at another time (libfaketime clashes with its allocator) and goes by its own clock.
            old = {"DATE_IN_PAST"} if days else set()
            scored = {symbol: value for symbol, value in symbols.items() if value and symbol not in old}
            all_said.append(Said(name, [symbol for symbol, value in scored.items() if value > 0], score))
            rules.update(tests.split(","))
            good = " ".join(sorted(symbol for symbol, value in scored.items() if value < 0))
            bad = " ".join(f"{symbol}({value:+.2f})" for symbol, value in sorted(scored.items()) if value > 0)
            found[name, bad or "none", good, score, tests] += 1
    print("\nrspamd " + run("rspamd", "--version").split()[-1] + ", SpamAssassin "
          + run("dpkg-query", "-W", "-f", "${Version}", "spamassassin"))
    for (name, bad, good, score, tests), count in sorted(found.items()):
        print(f"  {count:3} {name:14} rspamd above 0: {bad}; below: {good}\n{'':19}SpamAssassin {score}: {tests}")
    print("  SpamAssassin rules:", dict(rules))
    return all_said
