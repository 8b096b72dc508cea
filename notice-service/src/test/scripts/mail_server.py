#!/usr/bin/env python3
"""A mail server on loopback (aiosmtpd) that reads what arrives with Python's email package.

Prints `listening <port>`, then one JSON object per message: envelope, header names, what the parts hold and what the
parser found wrong. Nothing is kept. By hand:

    python3 -m venv /tmp/mail && /tmp/mail/bin/pip install aiosmtpd
    /tmp/mail/bin/python mail_server.py 2525        # then VIGIE_SMTP=127.0.0.1:2525 ./vigie up

With `--eml DIRECTORY` every message is written there as it came.
"""
import csv
import hashlib
import io
import json
import pathlib
import socket
import sys
import threading
from email import policy
from email.parser import BytesParser

from aiosmtpd.controller import Controller


def part(one):
    text = one.get_content() if one.get_content_maintype() == "text" else one.get_content().decode("utf-8")
    seen = {"type": one.get_content_type(), "name": one.get_filename() or "", "characters": len(text)}
    if one.get_content_type() == "application/json":
        report = json.loads(text)
        seen["xarf"] = [report["xarf_version"], report["category"], report["type"]]
        seen["url"] = report["url"]
    if one.get_content_type() == "text/csv":
        rows = list(csv.reader(io.StringIO(text, newline="")))
        seen["rows"] = len(rows)
        seen["columns"] = sorted({len(row) for row in rows})
    return seen


class Reader:
    def __init__(self, directory):
        self.directory = directory
        self.lock = threading.Lock()
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        message = BytesParser(policy=policy.default).parsebytes(envelope.original_content)
        parts = [part(one) for one in message.walk() if not one.is_multipart()]
        seen = {
            "mail_from": envelope.mail_from,
            "rcpt_tos": envelope.rcpt_tos,
            "headers": sorted(message.keys()),
            "to": [str(address) for address in message["To"].addresses],
            "from": [str(address.addr_spec) for address in message["From"].addresses],
            "subject": str(message["Subject"]),
            "reference": str(message["X-Notice-Ref"]),
            "defects": [type(defect).__name__ for one in message.walk() for defect in one.defects],
            "parts": parts,
            "sha256": hashlib.sha256(envelope.original_content).hexdigest(),
        }
        with self.lock:
            self.count += 1
            if self.directory:
                self.directory.joinpath(f"{self.count:05d}.eml").write_bytes(envelope.original_content)
            print(json.dumps(seen), flush=True)
        return "250 2.0.0 Ok: queued as %08X" % self.count


def main(arguments):
    directory = None
    if "--eml" in arguments:
        at = arguments.index("--eml")
        directory = pathlib.Path(arguments[at + 1])
        directory.mkdir(parents=True, exist_ok=True)
        del arguments[at : at + 2]
    port = int(arguments[0]) if arguments else 0


    if port == 0:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
    controller = Controller(Reader(directory), hostname="127.0.0.1", port=port, decode_data=False)
    controller.start()
    print(f"listening {port}", flush=True)
    sys.stdin.read()  # until whoever started us is gone
    controller.stop()


main(sys.argv[1:])
