"""Waits until the mail of trial.sh is where it goes, counts what became of it and prints the tables; see there."""
import collections, email, email.policy, json, pathlib, re, shutil, sqlite3, subprocess, time
import dkim
import filters
from machine import run, start_rt, wait_for
from world import DOMAIN, NOTICES, RT, SEEN, ZONE, mailman

THREADING = ("Message-ID", "In-Reply-To", "References", "X-Notice-Ref", "Subject", "Reply-To", "From")
#: What relays say of themselves in Received, and whose notices they took.
PATHS = {("Postfix",): ("postfix", "text"), ("Postfix", "Exim"): ("exim",),
         ("Exim",): ("postfix", "text", "exim", "rt", "lists")}
Notice = collections.namedtuple("Notice", "name raw mail sender recipient")
Seen = collections.namedtuple("Seen", "raw mail sender recipient hops")
faults = []


def parse(raw):
    return email.message_from_bytes(raw, policy=email.policy.compat32)


def one(mail, name):
    return re.sub(r"\s+", " ", mail[name]) if mail[name] else None


def subject(mail):
    return re.sub(r"\s+", " ", str(email.header.make_header(email.header.decode_header(one(mail, "Subject") or ""))))


def notices():
    for file in sorted(NOTICES.glob("*.eml")):
        sender, recipient, _ = file.with_suffix(".envelope").read_text().split("\n", 2)
        raw = file.read_bytes()
        yield Notice(file.stem, raw, parse(raw), sender, recipient)


def seen():
    for file in sorted(SEEN.glob("*.to")):
        sender, recipient, _ = file.read_text().split("\n")
        raw = file.with_suffix(".eml").read_bytes()
        mail = parse(raw)
        received = " ".join(mail.get_all("Received", []))
        hops = tuple(name for name in ("Postfix", "Exim") if name in received)
        yield Seen(raw, mail, sender, recipient, hops)


def settle(quiet=20, most=600):
    """Until nothing new came for a while."""
    before, since, until = -1, time.monotonic(), time.monotonic() + most
    while time.monotonic() < until:
        now = len(list(SEEN.glob("*.to")))
        if now != before:
            before, since = now, time.monotonic()
        if time.monotonic() - since > quiet and "empty" in run("postqueue", "-p"):
            return
        time.sleep(0.5)
    raise SystemExit("the mail does not come to rest:\n" + run("postqueue", "-p"))


def signature_holds(raw):
    try:
        return dkim.verify(raw, dnsfunc=lambda name, timeout=5: ZONE.get((name.decode().lower(), "TXT"), "").encode())
    except dkim.DKIMException:
        return False


def kept(notice, mail):
    return [name for name in THREADING if one(notice.mail, name) == one(mail, name)]


def expect(holds, what):
    if not holds:
        faults.append(what)


def kind(notice):
    said = subject(notice.mail).split("] ", 1)[1]
    for word, name in (("est of", "TEST"), ("ssai", "TEST"), ("emind", "REMINDER"), ("appel", "REMINDER"),
                       ("etraction", "RETRACTION"), ("Retrait d'une", "RETRACTION"), ("back online", "STAYDOWN"),
                       ("de nouveau", "STAYDOWN"), ("action", "ESCALATION")):
        if word in said:
            return name
    return "FIRST"


def pairs(notices_on_the_way, came, path):
    """Each notice with what came of it by that way."""
    got = {(one(found.mail, "X-Notice-Ref"), found.recipient): found for found in came if found.hops == path}
    keys = [(notice, (one(notice.mail, "X-Notice-Ref"), notice.recipient)) for notice in notices_on_the_way]
    return [(notice, got[key]) for notice, key in keys if key in got]


def hops(sent, came):
    print(f"\n{'way':34}{'sent':>6}{'came':>6}{'headers':>9}{'envelope':>10}{'DKIM':>6}")
    for path, desks in PATHS.items():
        way = ", then ".join(path)
        mine = [notice for notice in sent if notice.recipient.split("@")[1].split(".")[0] in desks]
        both = pairs(mine, came, path)
        counts = (len(mine), len(both), sum(len(kept(n, s.mail)) == len(THREADING) for n, s in both),
                  sum(n.sender == s.sender for n, s in both), sum(signature_holds(s.raw) for _, s in both))
        print(f"{way:34}{counts[0]:6}{counts[1]:6}{counts[2]:9}{counts[3]:10}{counts[4]:6}")
        expect(len(set(counts)) == 1, way)


def kinds(sent, came, found):
    """What became of each kind on all ways by relays, and what the filters found in it."""
    print(f"\n{'kind':12}{'notices':>8}{'threaded':>10}{'hops':>6}{'headers kept':>14}{'DKIM valid':>12}"
          f"{'rspamd above 0':>16}{'SpamAssassin':>14}")
    for name in sorted({kind(notice) for notice in sent}):
        mine = [notice for notice in sent if kind(notice) == name]
        both = [pair for path in PATHS for pair in pairs(mine, came, path)]
        judged = [said for said in found if said.name.split()[0] == name]
        print(f"{name:12}{len(mine):8}{sum(bool(n.mail['In-Reply-To']) for n in mine):10}{len(both):6}"
              f"{sum(len(kept(n, s.mail)) == len(THREADING) for n, s in both):14}"
              f"{sum(signature_holds(s.raw) for _, s in both):12}"
              f"{sum(bool(said.against) for said in judged):16}{max(float(said.score) for said in judged):14.3f}")


def threading(sent):
    print(f"\n{'kind':14}{'notices':>8}{'In-Reply-To':>13}{'References':>12}")
    for name in sorted({kind(notice) for notice in sent}):
        mine = [notice for notice in sent if kind(notice) == name]
        ours = {one(notice.mail, "Message-ID") for notice in sent}
        answers = [notice for notice in mine if one(notice.mail, "In-Reply-To") in ours]
        named = [notice for notice in mine if set((one(notice.mail, "References") or "-").split()) <= ours]
        print(f"{name:14}{len(mine):8}{len(answers):13}{len(named):12}")
        wanted = 0 if name in ("FIRST", "TEST", "ESCALATION") else len(mine)
        expect(len(answers) == len(named) == wanted, f"threading of {name}")


def tickets(sent, skip=0):
    ticket_of, requestors, first = {}, set(), {}
    for line in run("perl", "/trial/rt.pl", "tickets").splitlines()[skip:]:
        ticket, message, _, requestor = line.split("\t")
        ticket_of[f"<{message}>"] = ticket
        requestors.add(requestor)
    mine = [notice for notice in sent if notice.recipient.endswith("@rt.example")]
    later = [notice for notice in mine if notice.mail["In-Reply-To"]]
    together = [notice for notice in later
                if ticket_of.get(one(notice.mail, "Message-ID")) == ticket_of.get(one(notice.mail, "In-Reply-To"))]
    print(f"  notices {len(mine)}, mails in tickets {len(ticket_of)}, tickets {len(set(ticket_of.values()))}, "
          f"requestors {len(requestors)}; of {len(later)} that name an earlier one, {len(together)} are in its ticket")
    return len(together) == len(later)


def tickets_by_thread(sent):
    """The same mails once more, to a server with the overlay that docs/notice.md offers."""
    place = pathlib.Path("/usr/local/share/request-tracker5/lib/RT/Interface/Email_Local.pm")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy("/trial/rt-threads.pm", place)
    before = len(run("perl", "/trial/rt.pl", "tickets").splitlines())
    start_rt(RT + 1)
    wait_for(RT + 1)
    for notice in (notice for notice in sent if notice.recipient.endswith("@rt.example")):
        subprocess.run(["rt-mailgate", "--queue", "General", "--action", "correspond", "--url",
                        f"http://127.0.0.1:{RT + 1}"], input=notice.raw, check=True, capture_output=True)
    print("  with rt-threads.pm as Email_Local.pm:")
    expect(tickets(sent, before), "threads of rt-threads.pm")


def answers(sent, came, who, since=0):
    senders = {notice.sender for notice in sent}
    ids = {one(notice.mail, "Message-ID") for notice in sent}
    for found in [found for found in came if found.recipient.endswith(f"@{DOMAIN}")][since:]:
        told = {"to Reply-To": found.recipient in senders, "to From": found.recipient == f"notices@{DOMAIN}",
                "In-Reply-To": one(found.mail, "In-Reply-To") in ids,
                "References": bool(set((one(found.mail, "References") or "").split()) & ids),
                "[RN-": "[RN-" in subject(found.mail), "RN in text": any(b"RN-2" in (part.get_payload(decode=True) or b"") for part in found.mail.walk())}
        yield (who, ", ".join(name for name, holds in told.items() if holds),
               f"MAIL FROM:<{'' if found.sender in ('', 'None') else re.sub(r'[+][^@]*', '+…', found.sender)}> "
               f"From: {found.mail['From']} Auto-Submitted: {found.mail['Auto-Submitted']} "
               f"Precedence: {found.mail['Precedence']} | {re.sub(r'RN-[0-9-]+/[0-9]+', 'RN-…', re.sub(r'#[0-9]+', '#…', subject(found.mail).split('RN-')[0] + 'RN-…'))}")


def print_answers(all_answers):
    for (who, keeps, how), count in sorted(collections.Counter(all_answers).items()):
        print(f"  {count:4} {who}: {keeps}\n       {how}")


def request_tracker(sent, came):
    print("\nRequest Tracker " + run("dpkg-query", "-W", "-f", "${Version}", "request-tracker5"))
    tickets(sent)
    from_rt = [found for found in came if "rt.example" in (found.mail["From"] or "")]
    print_answers(answers(sent, from_rt, "answer"))
    expect(all(found.recipient in {notice.sender for notice in sent} for found in from_rt), "answers of RT to Reply-To")
    before = len(from_rt)
    ticket = run("perl", "/trial/rt.pl", "tickets").splitlines()[0].split("\t")[0]
    run("perl", "/trial/rt.pl", "answer", ticket)
    settle(5)
    from_rt = [found for found in seen() if "rt.example" in (found.mail["From"] or "")]
    print_answers(answers(sent, from_rt, "a person's answer in the ticket", before))
    tickets_by_thread(sent)


def list_copies(sent, came):
    print("\nMailman " + run("dpkg-query", "-W", "-f", "${Version}", "mailman3"))
    for name in ("abuse-en", "abuse-fr", "noc-en", "noc-fr"):
        mine = {one(notice.mail, "Message-ID"): notice for notice in sent if notice.recipient == f"{name}@lists.example"}
        got = [found for found in came if found.recipient == f"{name}@member.example"
               and found.mail["X-Notice-Ref"]]
        changed = collections.Counter(header for found in got
                                      for header in THREADING if header not in kept(mine[one(found.mail, "Message-ID")], found.mail))
        held = json.loads(mailman("GET", f"lists/{name}@lists.example/held")).get("entries", [])
        print(f"  {name}: sent {len(mine)}, at the member {len(got)}, held {dict(collections.Counter(entry['reason'] for entry in held))}, DKIM valid {sum(signature_holds(f.raw) for f in got)}, "
              f"headers changed {dict(changed)}, senders {sorted({f.sender for f in got})}")
        for found in got[:1]:
            print(f"       From: {one(found.mail, 'From')} | Reply-To: {one(found.mail, 'Reply-To')} | Cc: {one(found.mail, 'Cc')} | {subject(found.mail)}")
    from_lists = [found for found in came if found.recipient.endswith(DOMAIN) and "lists.example" in (found.mail["From"] or "")]
    print_answers(answers(sent, from_lists, "answer"))


def archive(sent):
    store = sqlite3.connect("file:/var/lib/mailman3/web/mailman3web.db?mode=ro", uri=True)
    rows = store.execute("select message_id, thread_id from hyperkitty_email").fetchall()
    thread = {f"<{message}>": number for message, number in rows}
    later = [n for n in sent if n.mail["In-Reply-To"] and one(n.mail, "Message-ID") in thread]
    known = [n for n in later if one(n.mail, "In-Reply-To") in thread]
    together = [n for n in known if thread[one(n.mail, "Message-ID")] == thread[one(n.mail, "In-Reply-To")]]
    print(f"  HyperKitty: {len(rows)} archived in {len(set(thread.values()))} threads; of {len(later)} that name an "
          f"earlier one, {len(known)} name one in the archive and {len(together)} are in its thread")
    expect(len(together) == len(known), "threads of the archive")


def main():
    sent = list(notices())
    settle()
    came = list(seen())
    print(len(sent), "notices,", len(came), "mails at the end of a way")
    threading(sent)
    hops(sent, came)
    request_tracker(sent, came)
    list_copies(sent, came)
    archive(sent)
    found = filters.judge([(f"{kind(n)} {n.mail['Content-Language']}", n.raw, n.sender, n.recipient) for n in sent])
    against = collections.Counter(symbol for said in found for symbol in said.against)
    faults.extend(f"rspamd {symbol} in {count}" for symbol, count in against.items())
    kinds(sent, came, found)
    print("\n" + ("\n".join("FAULT: " + fault for fault in faults) or "no fault"))
    raise SystemExit(1 if faults else 0)


if __name__ == "__main__":
    main()
