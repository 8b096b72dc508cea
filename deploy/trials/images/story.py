"""One report, as far as the indicators: `told` until the relay has the notice, `removed` once the page is gone.

usage: story.py told | removed TOKEN; prints what it saw, ends with 1 if it did not come within ten minutes
"""

import email
import email.policy
import json
import subprocess
import sys
import time
import urllib.request

step, token = sys.argv[1:]
URL = "http://198.51.100.80:8480/image.html"
NOTICE, REGISTRY, METRICS = 28081, 28082, 28084


def ask(port, path, body=None, key=None):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body and json.dumps(body).encode())
    request.add_header("Authorization", f"Bearer {token}")
    request.add_header("Content-Type", "application/json")
    request.add_header("Idempotency-Key", key or "story")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def wait(what, look):
    began = time.time()
    seen = None
    while time.time() - began < 600:
        seen = look()
        if seen:
            print(f"{what} after {time.time() - began:.0f} s", flush=True)
            return seen
        time.sleep(1)
    sys.exit(f"NOT: {what}; the case is {json.dumps(case())[:2000]}")


def report():
    return ask(NOTICE, "/v1/reports", {
        "url": URL, "category": "CSAM", "maturation": "PREPUBESCENT", "verification": "VERIFIED",
        "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW",
        "classification": {"scheme": "interpol", "label": "baseline", "act": "SEX_ACT", "organisation": "Example",
                           "assessors": 2},
        "content": {"kind": "MEDIA", "hashes": {"sha256": "ab" * 32}}})


def case():
    return ask(NOTICE, f"/v1/cases/{report()['case_id']}")


def mails():
    raw = subprocess.run(
        ["docker", "exec", "vigie-trial-relay-1", "bash", "-c",
         "for mail in /home/sink/Maildir/new/*; do [ ! -f $mail ] || { cat $mail; printf '\\f'; }; done"],
        capture_output=True, check=True).stdout
    parsed = [email.message_from_bytes(each, policy=email.policy.default) for each in raw.split(b"\f") if each.strip()]
    return [mail for mail in parsed if mail["To"] and "abuse@provider.example" in mail["To"]]


def removed():
    return sum(row["n_removed"] for row in ask(METRICS, "/v1/indicators/providers")["providers"]) == 1


if step == "told":
    ask(REGISTRY, "/v1/providers", {
        "name": "Example Hosting", "type": "HOST", "country": "FR",
        "network_objects": [{"kind": "CIDR", "value": "198.51.100.0/24"}],
        "contacts": [{"channel": "EMAIL", "address": "abuse@provider.example", "format": "XARF4", "language": "en"}]})
    report()
    mail = wait("the relay has the notice", mails)[0]
    parts = [part.get_content() for part in mail.walk() if not part.is_multipart()]
    print(f"its subject: {mail['Subject']}; the URL is in it: {any(URL in str(part) for part in parts)}")
else:
    wait("the removal is confirmed", lambda: case()["status"] in ("DOWN", "REMOVED"))
    wait("the indicators count it", removed)
