"""Vigie as an operator runs it: each service, each broker and the store a process of its own, on a loopback of its own."""

import json
import os
import pathlib
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request

import outside

HERE = pathlib.Path(__file__).resolve().parent
JAVA = os.environ["JAVA_HOME"] + "/bin/java"
TOKEN = "token-of-a-trial"
SETTLE = 60  # seconds that what may have been accepted rests before it is sent once more
SERVICES = {
    "notice-service": ("org.vigie.notice.NoticeServiceApplication", 8081, "NOTICE"),
    "provider-registry": ("org.vigie.registry.ProviderRegistryApplication", 8082, "REGISTRY"),
    "availability-checker": ("org.vigie.availability.AvailabilityCheckerApplication", 8083, "CHECKER"),
    "metrics-service": ("org.vigie.metrics.MetricsServiceApplication", 8084, "METRICS"),
}
SECOND = 100  # the second of each listens so many ports further on
LONGEST_START = 900  # on a machine that others use
PROVIDERS = 8
LOGBACK = """<configuration><appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d %-5level
%logger %msg%n</pattern></encoder></appender><root level="warn"><appender-ref ref="out"/></root></configuration>"""


class NotReady(Exception):
    pass


class Process:
    def __init__(self, name, command, environment, log):
        self.name, self.log = name, log
        clean = {key: os.environ[key] for key in ("PATH", "HOME", "JAVA_HOME") if key in os.environ}
        with open(log, "a") as out:
            self.child = subprocess.Popen([str(word) for word in command], env=clean | environment, stdout=out, stderr=out)
        self.began = time.monotonic()

    def running(self):
        return self.child.poll() is None

    def kill(self):
        self.child.kill()
        self.child.wait()

    def stop(self, longest=120):
        """SIGTERM; seconds until it ended."""
        asked = time.monotonic()
        self.child.terminate()
        try:
            self.child.wait(longest)
        except subprocess.TimeoutExpired:
            self.kill()
        return time.monotonic() - asked

    def pause(self):
        self.child.send_signal(signal.SIGSTOP)

    def resume(self):
        self.child.send_signal(signal.SIGCONT)


def get(port, path, longest=10):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Authorization": f"Bearer {TOKEN}"})
    with urllib.request.urlopen(request, timeout=longest) as answer:
        return answer.read().decode()


def post(port, path, key, body, longest=10):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", json.dumps(body).encode(),
        {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json", "Idempotency-Key": key,
         "Vigie-Operator": "a trial"})
    with urllib.request.urlopen(request, timeout=longest) as answer:
        return json.loads(answer.read() or b"null")


def reachable(port):
    return subprocess.run(
        ["bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}"], stderr=subprocess.DEVNULL).returncode == 0


def healthy(port):
    try:
        get(port, "/actuator/health", 5)
        return True
    except OSError:
        return False


class World:
    def __init__(self, work, classes, options, relay, pages):
        self.work, self.classes, self.options = work, classes, options
        self.relay, self.pages = relay, pages
        self.processes = {}
        self.more = {}  # variables of one process only
        self.reports = Reports(self)
        (work / "logback.xml").write_text(LOGBACK)
        self.servers = ",".join(f"127.0.0.1:{self.port_of_broker(node)}" for node in self.nodes())

    def nodes(self):
        return range(1, self.options.brokers + 1)

    @staticmethod
    def port_of_broker(node):
        return 9000 + 100 * node

    def java(self, memory, *words):
        archive = os.environ.get("VIGIE_ARCHIVE")
        quick = [f"-XX:SharedArchiveFile={archive}", "-Xlog:disable"] if archive else []
        return [JAVA, *quick, f"-Xmx{memory}m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", self.classes, *words]

    def begin(self, name, command, environment=None):
        process = Process(name, command, (environment or {}) | self.more.get(name, {}), self.work / f"{name}.log")
        self.processes[name] = process
        return process

    def await_ready(self, name, ready):
        process = self.processes[name]
        while not ready():
            if not process.running() or time.monotonic() - process.began > LONGEST_START:
                raise NotReady(f"{name}:\n" + process.log.read_text()[-2000:])
            time.sleep(0.2)
        return time.monotonic() - process.began

    def start(self):
        self.command("keys", "keys", "make")
        self.start_store()
        for node in self.nodes():
            self.start_broker(node)
        self.await_brokers()
        self.start_services()
        self.teach()

    def start_services(self):
        for name in self.names():
            self.start_service(name)
        for name in self.names():
            self.await_service(name)

    def command(self, name, *words):
        """What ./vigie does with these words."""
        done = subprocess.run(self.java(128, "org.vigie.standalone.Vigie", *words),
                              env=os.environ | self.environment(name), capture_output=True, text=True)
        if done.returncode:
            raise NotReady(done.stdout + done.stderr)

    def names(self):
        """Of the processes of the services; the second of each ends in -2."""
        return [name + more for more in ["", "-2"][: self.options.instances] for name in SERVICES]

    def start_store(self):
        self.begin("store", self.java(512, "--source", "25", HERE.parent / "compose/store", self.work / "store", "127.0.0.1"))
        self.await_ready("store", lambda: reachable(27017))

    def start_broker(self, node):
        directory, properties = self.work / f"kafka-{node}", self.work / f"kafka-{node}.properties"
        voters = ",".join(f"{one}@127.0.0.1:{self.port_of_broker(one) + 1}" for one in self.nodes())
        port, copies = self.port_of_broker(node), min(3, self.options.brokers)
        properties.write_text("\n".join([
            "process.roles=broker,controller", f"node.id={node}", f"controller.quorum.voters={voters}",
            "controller.listener.names=CONTROLLER", f"listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{port + 1}",
            "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT", f"log.dirs={directory}",
            "auto.create.topics.enable=false", f"default.replication.factor={copies}",
            f"min.insync.replicas={max(1, copies - 1)}", "offsets.topic.num.partitions=4",
            f"offsets.topic.replication.factor={copies}", f"transaction.state.log.replication.factor={copies}",
            "transaction.state.log.min.isr=1", f"share.coordinator.state.topic.replication.factor={copies}",
            "share.coordinator.state.topic.min.isr=1", "group.initial.rebalance.delay.ms=0",
            "log.cleaner.dedupe.buffer.size=2097152", ""]))
        java = self.java(384, f"-Dlogback.configurationFile={self.work / 'logback.xml'}")
        if not (directory / "meta.properties").exists():
            subprocess.run([*java, "kafka.tools.StorageTool", "format", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", properties],
                           check=True, capture_output=True)
        return self.begin(f"kafka-{node}", [*java, "kafka.Kafka", properties])

    def await_brokers(self):
        for node in self.nodes():
            self.await_ready(f"kafka-{node}", lambda: reachable(self.port_of_broker(node)))

    def environment(self, name):
        return {
            "VIGIE_DATA": str(self.work / f"data-{name}"), "VIGIE_KEYS": str(self.work / "keys"),
            "VIGIE_API_TOKEN": TOKEN, "VIGIE_KAFKA": self.servers, "VIGIE_MONGO_URI": "mongodb://127.0.0.1:27017",
            "VIGIE_TEST_NETWORKS": "127.64.0.0/10", "VIGIE_SMTP": "127.0.0.1:2525", "VIGIE_EVENTS_PARTITIONS": "4",
            "VIGIE_SENDER": "Example hotline <notices@hotline.example>", "VIGIE_TIME_FACTOR": str(self.options.factor),
            "VIGIE_SENDING_RECIPIENTRATE": "100000", "VIGIE_SENDING_RECIPIENTBURST": "1000",
            "VIGIE_SENDING_SETTLE": f"{SETTLE}s"}

    def port(self, name):
        main, port, _ = SERVICES[name.removesuffix("-2")]
        return port + (SECOND if name.endswith("-2") else 0)

    def start_service(self, name):
        main, _, word = SERVICES[name.removesuffix("-2")]
        environment = self.environment(name) | {f"VIGIE_PORT_{word}": str(self.port(name))}
        return self.begin(name, self.java(256, main), environment)

    def await_service(self, name):
        return self.await_ready(name, lambda: healthy(self.port(name)))

    def restart(self, name):
        """Starts a process that has ended again and waits until it serves; seconds from its start."""
        if name == "store":
            self.start_store()
            return time.monotonic() - self.processes[name].began
        if name.startswith("kafka-"):
            node = int(name[6:])
            self.start_broker(node)
            return self.await_ready(name, lambda: reachable(self.port_of_broker(node)))
        self.start_service(name)
        return self.await_service(name)

    def teach(self):
        for provider in range(PROVIDERS):
            networks = [f"127.{64 + second}.0.0/16" for second in range(provider, 32, PROVIDERS)]
            post(8082, "/v1/providers", f"provider-{provider}", {
                "name": f"Hosting {provider}", "type": "HOST", "country": "FR",
                "network_objects": [{"kind": "CIDR", "value": network} for network in networks],
                "contacts": [{"channel": "EMAIL", "address": f"abuse@hosting-{provider}.example", "format": "XARF4",
                              "language": "en"}]}, 60)

    def records(self, *words):
        """How many records Records.java.txt wrote."""
        quiet = f"-Dlogback.configurationFile={self.work / 'logback.xml'}"
        done = subprocess.run(
            self.java(256, quiet, "--source", "25", HERE / "Records.java.txt", self.servers, *words),
            capture_output=True, text=True)
        if done.returncode:
            raise NotReady(done.stderr[-2000:])
        return int(done.stdout.split()[-1])

    def meter(self, name, start):
        """Sum of the series that start so at a service."""
        lines = [line for line in get(self.port(name), "/actuator/prometheus").splitlines() if line.startswith(start)]
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines)

    def buckets(self, name, timer):
        """The histogram of a timer of a service: how many took at most so many seconds."""
        lines = [line for line in get(self.port(name), "/actuator/prometheus").splitlines()
                 if line.startswith(f"{timer}_seconds_bucket")]
        return {float(line.split('le="')[1].split('"')[0]): float(line.rsplit(" ", 1)[1]) for line in lines}

    def targeted(self):
        """Cases in which somebody was written to, as the indicators count them."""
        return json.loads(get(8084, "/v1/indicators/totals"))["targeted"]["case_cycles"]

    def end(self):
        for process in reversed(self.processes.values()):
            process.resume()
            process.kill()


class Reports:
    """A hotline's reports, one a page; each is sent again under its key until it is taken."""

    def __init__(self, world):
        self.world = world
        self.made = 0
        self.taken = {}  # by page, when
        self.sent = {}
        self.refused = []  # when, status or failure
        self.answers = []  # seconds that refusals took
        self.threads = []

    def one(self, page, ports):
        self.sent[page] = time.monotonic()
        body = {
            "url": outside.Pages.url(page), "category": "CSAM", "maturation": "PREPUBESCENT", "verification": "VERIFIED",
            "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW",
            "classification": {"scheme": "interpol", "label": "baseline", "act": "SEX_ACT", "organisation": "Example",
                               "assessors": 2},
            "content": {"kind": "MEDIA", "hashes": {"sha256": f"{page:064x}"}}}
        attempt = page
        while page not in self.taken:
            asked, wait = time.monotonic(), 0.5
            try:
                post(ports[attempt % len(ports)], "/v1/reports", f"page-{page}", body)
                self.taken[page] = time.monotonic()
            except urllib.error.HTTPError as e:
                self.refused.append((time.monotonic(), e.code))
                self.answers.append(time.monotonic() - asked)
                if e.code < 500 and e.code != 429:
                    raise
                wait = float(e.headers.get("Retry-After", wait))
            except OSError:
                self.refused.append((time.monotonic(), 0))
            attempt += 1
            if page not in self.taken:
                time.sleep(wait)

    def send(self, count, rate, until=lambda: False):
        """Sends so many at that rate, fewer if told; does not wait until they are taken. The pages."""
        ports = [self.world.port(name) for name in self.world.names() if name.startswith("notice-service")]
        pages = []
        for _ in range(count):
            if until():
                break
            page, self.made = self.made, self.made + 1
            thread = threading.Thread(target=self.one, args=(page, ports), daemon=True)
            thread.start()
            self.threads.append(thread)
            pages.append(page)
            time.sleep(1 / rate)
        return pages
