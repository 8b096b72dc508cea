"""Starts each service with one wrong value after another and reads its last lines: do they name the setting and say what
it wants? Prints a line for each; ends with 1 if one does not.
  deploy/trials/settings/trial.py [words of settings to try]
Needs a JDK 25 (JAVA_HOME) and what `./vigie up` built; Kafka and MongoDB are not reached: a wrong setting is to be found
before. A quarter of an hour."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parents[3]
BUILT = pathlib.Path(os.environ.get("VIGIE_BUILT", HOME / "standalone/target/vigie"))
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java")
PATIENCE = 120  # seconds, for a machine with other work

NOTICE, REGISTRY, CHECKER, METRICS = (
    "org.vigie.notice.NoticeServiceApplication",
    "org.vigie.registry.ProviderRegistryApplication",
    "org.vigie.availability.AvailabilityCheckerApplication",
    "org.vigie.metrics.MetricsServiceApplication",
)
ALL = (NOTICE, REGISTRY, CHECKER, METRICS)
UP = "org.vigie.standalone.Vigie"

PRODUCTION = {"VIGIE_MODE": "production", "VIGIE_ISSUER": "https://login.hotline.example"}
DESK = {"VIGIE_ISSUER": "https://login.hotline.example", "VIGIE_DESK_CLIENT": "desk"}
MAIL = {"VIGIE_SMTP": "127.0.0.1:2525", "VIGIE_SENDER": "Hotline <n@hotline.example>"}
IMAP = MAIL | {"VIGIE_INBOUND_IMAP": "127.0.0.1:143", "VIGIE_INBOUND_USER": "n", "VIGIE_INBOUND_PASSWORDFILE": "/dev/null"}

# Who reads it, the setting, its wrong value (None: absent), and what else is set. The last lines must name the setting.
TRIED = [
    (ALL, "VIGIE_MODE", "prod", {}),
    (ALL, "VIGIE_DATA", "/proc/nowhere", {}),
    (ALL, "VIGIE_KEYS", "/proc/nowhere", {}),
    ((NOTICE,), "VIGIE_KEYS", None, PRODUCTION),
    ((METRICS,), "VIGIE_ISSUER", None, {"VIGIE_MODE": "production"}),
    ((NOTICE,), "VIGIE_ISSUER", "http://login.hotline.example", {}),
    ((NOTICE,), "VIGIE_DESK_CLIENT", "desk", {}),
    ((NOTICE,), "VIGIE_DESK_URL", None, PRODUCTION | {"VIGIE_DESK_CLIENT": "desk"}),
    ((NOTICE,), "VIGIE_DESK_URL", "https://desk.hotline.example/desk", DESK),
    ((NOTICE,), "VIGIE_DESK_SECRETFILE", "/nowhere", DESK),
    ((NOTICE,), "VIGIE_DESK_SCOPES", "profile", DESK),
    ((NOTICE,), "VIGIE_DESK_IDLE", "0s", DESK),
    ((NOTICE,), "VIGIE_SERVICES_REGISTRY", "http://registry.example/v1", {}),
    ((METRICS,), "VIGIE_API_TOKEN", "tok", PRODUCTION),
    (ALL, "VIGIE_BIND", "no address!", {}),
    ((NOTICE,), "VIGIE_PORT_NOTICE", "99999", {}),
    ((REGISTRY,), "VIGIE_PORT_REGISTRY", "-1", {}),
    ((CHECKER,), "VIGIE_PORT_CHECKER", "http", {}),
    ((METRICS,), "VIGIE_PORT_METRICS", "8084x", {}),
    (ALL, "VIGIE_KAFKA", "kafka", {}),
    (ALL, "VIGIE_MONGO_URI", "http://127.0.0.1", {}),
    (ALL, "VIGIE_TIME_FACTOR", "0", {}),
    ((NOTICE,), "VIGIE_TIME_FACTOR", "2", PRODUCTION),
    ((REGISTRY, CHECKER), "VIGIE_TEST_NETWORKS", "127.9", {}),
    ((REGISTRY,), "VIGIE_TEST_NETWORKS", "127.9.0.0/16", PRODUCTION),
    ((CHECKER,), "VIGIE_DNS", "resolver", {}),
    ((NOTICE,), "VIGIE_SMTP", "relay", {"VIGIE_SENDER": MAIL["VIGIE_SENDER"]}),
    ((NOTICE,), "VIGIE_SENDER", "nobody", {"VIGIE_SMTP": MAIL["VIGIE_SMTP"]}),
    ((NOTICE,), "VIGIE_SENDER_PAGE", "http://hotline.example", MAIL),
    ((NOTICE,), "VIGIE_SMTP_PROOF_OF_DELIVERY", "perhaps", MAIL),
    ((NOTICE,), "VIGIE_SMTP_CONVERSATION_TIMEOUT", "never", MAIL),
    ((NOTICE,), "VIGIE_SENDING_CONNECTIONS", "0", MAIL),
    ((NOTICE,), "VIGIE_SENDING_RECIPIENTBURST", "0", MAIL),
    ((NOTICE,), "VIGIE_SENDING_RECIPIENTRATE", "many", MAIL),
    ((NOTICE,), "VIGIE_SENDING_DRYRUN", "perhaps", MAIL),
    ((NOTICE,), "VIGIE_DKIM_KEY", "/nowhere", MAIL | {"VIGIE_DKIM_SELECTOR": "s"}),
    ((NOTICE,), "VIGIE_DKIM_SELECTOR", None, MAIL | {"VIGIE_DKIM_KEY": "/nowhere"}),
    ((NOTICE,), "VIGIE_INBOUND_IMAP", "mailbox", IMAP),
    ((NOTICE,), "VIGIE_INBOUND_USER", None, IMAP),
    ((NOTICE,), "VIGIE_INBOUND_PASSWORDFILE", "/nowhere", IMAP),
    ((NOTICE,), "VIGIE_INBOUND_EVERY", "soon", IMAP),
    ((NOTICE,), "VIGIE_INBOUND_EVERY", "-1s", IMAP),
    ((NOTICE,), "VIGIE_NOTICES_CHAINFORNOTICE", "-1h", {}),
    ((NOTICE,), "VIGIE_REPORTS_MAYASSESS", "somebody", {}),
    ((NOTICE,), "VIGIE_NOTICES_COUNTRIES_AU", "army", {}),
    ((NOTICE,), "VIGIE_NOTICES_COUNTRIES_AUSTRALIA", "police", {}),
    ((CHECKER,), "VIGIE_CHECKER_CANARIES", "ftp://a.example", {}),
    ((CHECKER,), "VIGIE_CHECKER_CANARIES", None, PRODUCTION),
    ((CHECKER,), "VIGIE_CHECKER_VANTAGE", "c", {"VIGIE_CHECKER_VANTAGES": "a,b"}),
    ((CHECKER,), "VIGIE_CHECKER_LOOKSPERSECOND", "0", {}),
    ((CHECKER,), "VIGIE_CHECKER_PARKINGLIST", "/nowhere", {}),
    ((METRICS,), "VIGIE_PUBLISHER", "nobody", {}),
    ((METRICS,), "VIGIE_PUBLICATIONS_TRIAL", "perhaps", {}),
    ((METRICS,), "VIGIE_PUBLICATIONS_TRIAL", "true", PRODUCTION),
    ((METRICS,), "VIGIE_PUBLICATIONS_SETTLING", "long", {}),
    ((METRICS,), "VIGIE_PUBLICATIONS_NAMEDFROM", "-1", {}),
    ((METRICS,), "VIGIE_PUBLICATIONS_SMALLESTCOUNT", "-1", {}),
    ((METRICS,), "VIGIE_METERS_PROVIDERS", "-1", {}),
    ((REGISTRY,), "VIGIE_AS_TABLE", "/nowhere", {}),
    ((REGISTRY,), "VIGIE_RDAP", "perhaps", {}),
    ((REGISTRY,), "VIGIE_RDAP_SERVERS", "/nowhere", {"VIGIE_RDAP": "on"}),
    ((REGISTRY,), "VIGIE_RDAP_SERVERS", __file__, {"VIGIE_RDAP": "on"}),
    ((REGISTRY,), "VIGIE_CURATED", "/nowhere", {}),
    ((UP,), "VIGIE_DNS", "resolver", {}),
    ((UP,), "VIGIE_MONGOD", "/nowhere", {}),
    ((UP,), "VIGIE_STORE", "disk", {}),
    ((UP,), "VIGIE_PORT_KAFKA", "99999", {}),
    ((UP,), "VIGIE_PORT_ISSUER", "login", {}),
    ((UP,), "VIGIE_DATA", "/proc/nowhere", {}),
    ((UP,), "VIGIE_PORT_NOTICE", "http", {}),
]



def last_lines(main, setting, value, others, data):
    environment = {name: said for name, said in os.environ.items() if not name.startswith("VIGIE_")}
    environment |= {"VIGIE_DATA": data} | others
    if main != UP:
        environment |= {"VIGIE_MONGO_URI": "mongodb://127.0.0.1:1", "VIGIE_KAFKA": "127.0.0.1:1"} | others
    environment.pop(setting, None)
    if value is not None:
        environment[setting] = value
    jars = ":".join([str(BUILT / "vigie-exec.jar"), str(BUILT / "lib/*")])
    command = [JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jars, main]
    process = subprocess.Popen(
        command + (["up"] if main == UP else []), env=environment, cwd=data, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        said, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-12:] if process.returncode else None


def named(lines, setting):
    folded = setting.lower().replace("_", "")
    return [line for line in lines if folded in "".join(c for c in line.lower() if c.isalnum())]


wrong = 0
for mains, setting, value, others in TRIED:
    if sys.argv[1:] and not any(word in setting for word in sys.argv[1:]):
        continue
    for main in mains:
        data = tempfile.mkdtemp()
        lines = last_lines(main, setting, value, others, data)
        shutil.rmtree(data, ignore_errors=True)
        said = named(lines or [], setting)
        wrong += not said
        print(f"{'named' if said else 'WRONG'}  {main.split('.')[2]:12} {setting}={value}:",
              said[-1][:200] if said else "it started, or went on trying" if lines is None else " / ".join(lines)[-700:],
              flush=True)
print(f"{wrong} not named")
sys.exit(wrong > 0)
