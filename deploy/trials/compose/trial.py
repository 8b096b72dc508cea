"""What compose.yaml describes, as processes: `values` makes what an operator fills in, `run` starts and judges."""

import json
import os
import pathlib
import secrets
import subprocess
import sys
import time

action, home, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
here = home / "deploy/trials/compose"
java = os.environ["JAVA_HOME"] + "/bin/java"
vigie = home / "standalone/target/vigie/vigie-exec.jar"
SERVICES = {"notice-service": 8081, "provider-registry": 8082, "availability-checker": 8083, "metrics-service": 8084}
USERS = {
    "admin": "ADMIN",
    "producers": "PRODUCERS",
    "notice-service": "NOTICE",
    "provider-registry": "REGISTRY",
    "availability-checker": "CHECKER",
    "metrics-service": "METRICS",
}


def values():
    lines = []
    for line in (home / "deploy/compose/env.example").read_text().splitlines():
        name, _, value = line.partition("=")
        if name == "VIGIE_KEYS":
            value = work / "keys"
        elif name == "VIGIE_ISSUER":
            value = "https://login.example.org/realms/hotline"
        elif name.startswith("VIGIE_KAFKA_"):
            value = secrets.token_hex(16)
        lines.append(line if line.startswith("#") or not line else f"{name}={value}")
    (work / "compose/.env").write_text("\n".join(lines) + "\n")
    (work / "hosts").write_text("127.0.0.1 localhost kafka mongodb\n")
    subprocess.run([java, "-cp", vigie, here / "Keys.java", work / "keys"], check=True)


def start(name, command, environment):
    log = open(work / f"{name}.log", "w")
    clean = {"PATH": os.environ["PATH"], "JAVA_HOME": os.environ["JAVA_HOME"], "HOME": os.environ.get("HOME", "/")}
    return subprocess.Popen([str(word) for word in command], env=clean | environment, stdout=log, stderr=log)


def wait(what, ready, process, seconds=600):
    began = time.time()
    while not ready():
        if process.poll() is not None or time.time() - began > seconds:
            print((work / f"{what}.log").read_text()[-3000:])
            sys.exit(f"{what}: NOT READY")
        time.sleep(0.5)
    print(f"{what}: ready after {time.time() - began:.0f} s", flush=True)


def reachable(port):
    return subprocess.run(
        ["bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}"], stderr=subprocess.DEVNULL).returncode == 0


def kafka(environment):
    """As the image does: KAFKA_A_B is a.b."""
    properties = {
        name[6:].lower().replace("_", "."): value
        for name, value in environment.items()
        if name.startswith("KAFKA_")
    }
    properties["log.dirs"] = work / "kafka-data"
    (work / "kafka.properties").write_text("".join(f"{name}={value}\n" for name, value in properties.items()))
    libraries = f"{work}/kafka/*"
    subprocess.run(
        [java, "-cp", libraries, "kafka.tools.StorageTool", "format", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c",
         work / "kafka.properties"],
        check=True, capture_output=True)
    broker = start("kafka", [java, "-Xmx512m", "-cp", libraries, "kafka.Kafka", work / "kafka.properties"], {})
    wait("kafka", lambda: reachable(9092), broker)
    return broker


def setup(service):
    """The container's own program, with the same environment."""
    main, directory = service["entrypoint"][-2:]
    process = start("kafka-setup", [java, "-XX:TieredStopAtLevel=1", "-cp", vigie, main,
                                    directory.replace("/setup", f"{home}/deploy/kafka")], service["environment"])
    if process.wait(300):
        print((work / "kafka-setup.log").read_text()[-3000:])
        sys.exit("kafka-setup: FAILED")
    return (work / "kafka-setup.log").read_text().splitlines()


def store():
    process = start("mongodb", [java, "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp", vigie,
                                "--source", "25", here / "store", work / "store", "127.0.0.1"], {})
    wait("mongodb", lambda: reachable(27017), process)
    return process


def service(name, described):
    keys = work / f"keys-{name}"
    keys.mkdir()
    for secret in described["secrets"]:
        (keys / pathlib.Path(secret["target"]).name).write_bytes(
            (work / "keys" / f"{secret['source']}.json").read_bytes())
    environment = {key: value or "" for key, value in described["environment"].items()}
    environment |= {"VIGIE_KEYS": str(keys), "VIGIE_DATA": str(work / f"data-{name}"), "VIGIE_BIND": "0.0.0.0"}
    environment["VIGIE_MONGO_URI"] = environment["VIGIE_MONGO_URI"].replace("replicaSet=rs0&", "")
    jar = next((home / name / "target/run").glob(f"{name}-*-exec.jar"))
    memory = int(described["mem_limit"]) * 70 // 100
    return start(name, [java, f"-Xmx{memory}", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED", "-jar", jar], environment)


def healthy(port):
    return subprocess.run(["bash", home / "deploy/docker/healthy", str(port)], capture_output=True).returncode == 0


def run():
    services = json.loads((work / "compose.json").read_text())["services"]
    running = []
    try:
        running.append(kafka(services["kafka"]["environment"]))
        print(f"kafka-setup: {len([line for line in setup(services['kafka-setup']) if line.endswith(' made')])} topics made")
        print("kafka-setup again:", setup(services["kafka-setup"]) or "nothing to do", flush=True)
        running.append(store())
        for name, port in SERVICES.items():
            process = service(name, services[name])
            running.append(process)
            wait(name, lambda: healthy(port), process)
        passwords = dict(
            line.split("=", 1) for line in (work / "compose/.env").read_text().splitlines()
            if line.startswith("VIGIE_KAFKA_"))
        # What it writes, no service should read.
        for process in running[2:]:
            process.terminate()
        for process in running[2:]:
            process.wait(60)
        judged = subprocess.run(
            [java, *(f"-Dpassword.{user}={passwords['VIGIE_KAFKA_' + word]}" for user, word in USERS.items()),
             "-cp", f"{work}/kafka/*", "--source", "25", here / "rights", "127.0.0.1:9092", home / "deploy/kafka/acls.csv"],
            stderr=subprocess.DEVNULL)
        for name in SERVICES:
            refused = [line for line in (work / f"{name}.log").read_text().splitlines() if "uthorization" in line]
            print(f"{name}: {len(refused)} refusals in its log", *refused[:3], sep="\n  ")
            judged.returncode |= len(refused)
        sys.exit(judged.returncode and 1)
    finally:
        for process in reversed(running):
            process.terminate()
        for process in running:
            process.wait(60)


{"values": values, "run": run}[action]()
