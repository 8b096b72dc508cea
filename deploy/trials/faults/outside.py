"""What lies outside Vigie and misbehaves on request: a mail relay and a web server, both on this loopback."""

import email
import email.policy
import re
import socket
import threading

PAGE = re.compile(r"/page/(\d+)\b")


class HangUp(Exception):
    """The relay ends the conversation without another word."""


def serve(address, port, talk):
    door = socket.create_server((address, port), backlog=200)

    def accept():
        while True:
            client, _ = door.accept()
            threading.Thread(target=guarded, args=(client,), daemon=True).start()

    def guarded(client):
        with client:
            try:
                talk(client)
            except (HangUp, OSError, ValueError):
                pass  # the other side went away, or this one was told to

    threading.Thread(target=accept, daemon=True).start()


class Mail:
    """A mail that the relay has taken: with its 250, or without having said so."""

    def __init__(self, raw):
        self.raw = raw
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        self.id = mail["Message-ID"]
        self.first = mail["In-Reply-To"] is None
        self.pages = set()
        for part in mail.walk():
            if not part.is_multipart():
                text = (part.get_payload(decode=True) or b"").decode("utf-8", "replace")
                self.pages.update(int(page) for page in PAGE.findall(text))


class Relay:
    """Takes mail by SMTP (RFC 5321). `at[STAGE]` is called at that stage, with the mail from `dot` on; it may return
    what is said instead, or raise HangUp. Stages: connect, EHLO, RCPT, DATA, body, dot (nothing is said yet), taken (250
    was said)."""

    def __init__(self):
        self.at = {}
        self.mails = []
        self.lock = threading.Lock()
        self.conversations = 0
        serve("127.0.0.1", 2525, self.talk)

    def keep(self, raw):
        with self.lock:
            self.mails.append(Mail(raw))

    def taken(self):
        with self.lock:
            return list(self.mails)

    def stage(self, name, out, usual, *more):
        said = self.at[name](*more) if name in self.at else None
        out.sendall(((said or usual) + "\r\n").encode())
        return said is None

    def talk(self, client):
        self.conversations += 1
        client.settimeout(900)
        lines = client.makefile("rb")
        self.stage("connect", client, "220 relay.test ready")
        for line in lines:
            verb = line.split(b" ")[0].split(b":")[0].strip().upper().decode("ascii", "replace")
            if verb == "DATA":
                if self.stage("DATA", client, "354 end with a single dot"):
                    self.body(client, lines)
            elif verb == "QUIT":
                client.sendall(b"221 2.0.0 bye\r\n")
                return
            else:
                self.stage(verb, client, "250-relay.test\r\n250-8BITMIME\r\n250 DSN" if verb == "EHLO" else "250 2.0.0 go on")

    def body(self, client, lines):
        raw = bytearray()
        for line in lines:
            if line == b".\r\n":
                break
            raw += line[1:] if line.startswith(b".") else line
            if "body" in self.at:
                self.at["body"]()
        else:
            return  # it was never finished, so it is nobody's mail
        said = self.at["dot"](bytes(raw)) if "dot" in self.at else None
        if said is None:
            self.keep(bytes(raw))
        client.sendall((said or "250 2.0.0 kept").encode() + b"\r\n")
        if said is None and "taken" in self.at:
            self.at["taken"]()


class Pages:
    """A harmless page at each address of 127.64.0.0/10; its server's root is there, all else is not."""

    def __init__(self):
        self.gone = False
        self.asked = None
        serve("0.0.0.0", 8000, self.talk)

    @staticmethod
    def url(page):
        return f"http://127.{64 + page % 32}.{page // 200 % 250}.{1 + page % 200}:8000/page/{page}"

    def talk(self, client):
        client.settimeout(60)
        lines = client.makefile("rb")
        words = lines.readline().decode("ascii", "replace").split(" ")
        while lines.readline().strip():
            pass
        path = words[1]
        if self.asked and path.startswith("/page/"):
            self.asked()
        known = path == "/" or PAGE.fullmatch(path) and not path.endswith("/")
        status = "404 Not Found" if not known else "410 Gone" if self.gone and path != "/" else "200 OK"
        body = b"A harmless page." if status[0] == "2" else b"Nothing here."
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        client.sendall(head.encode() + (b"" if words[0] == "HEAD" else body))
