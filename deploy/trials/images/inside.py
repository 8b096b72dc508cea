"""What Docker says of the running containers, held against what deploy/README.md promises, and what Prometheus and
Alertmanager make of them: `confined`, `killed SERVICE`, `scraped` or `alarmed SERVICE`. Ends with 1 if anything is not so.
"""

import json
import subprocess
import sys
import time
import urllib.request

SERVICES = ["notice-service", "provider-registry", "availability-checker", "metrics-service"]
LASTING = [*SERVICES, "kafka", "mongodb", "prometheus", "alertmanager"]
PROMETHEUS = "http://127.0.0.1:29090/api/v1"
MEBIBYTE = 1 << 20


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True)
    return done.stdout


def inspected(service):
    return json.loads(run("docker", "inspect", f"vigie-trial-{service}-1"))[0]


def wait(what, look, seconds=600):
    began = time.time()
    while time.time() - began < seconds:
        if look():
            print(f"{what} after {time.time() - began:.0f} s", flush=True)
            return
        time.sleep(1)
    sys.exit(f"NOT within {seconds} s: {what}")


def faults(service):
    said = inspected(service)
    host = said["HostConfig"]
    log = host["LogConfig"]
    if not host["Memory"]:
        yield "no limit of memory"
    if log != {"Type": "json-file", "Config": {"max-file": "5", "max-size": "10m"}}:
        yield f"its log may grow: {log}"
    if host["RestartPolicy"]["Name"] != "unless-stopped":
        yield "nobody starts it again"
    if service not in SERVICES:
        return
    if said["Config"]["User"] != "10001:10001":
        yield f"runs as {said['Config']['User'] or 'root'}"
    if not host["ReadonlyRootfs"]:
        yield "can write to its root"
    if host["CapDrop"] != ["ALL"] or host["CapAdd"]:
        yield "has capabilities"
    if "no-new-privileges:true" not in host["SecurityOpt"]:
        yield "can gain privileges"
    if host["Privileged"] or host["PidMode"] == "host" or host["NetworkMode"] == "host":
        yield "sees the machine"
    if said["State"]["Health"]["Status"] != "healthy":
        yield "is not healthy"
    status = run("docker", "exec", said["Id"], "cat", "/proc/1/status")
    if "CapEff:\t0000000000000000" not in status or "NoNewPrivs:\t1" not in status:
        yield "has more than the kernel should let it"
    if subprocess.run(["docker", "exec", said["Id"], "touch", "/app/planted"], capture_output=True).returncode == 0:
        yield "wrote to /app"


def confined():
    found = [f"{service}: {fault}" for service in LASTING for fault in faults(service)]
    for service in LASTING:
        host = inspected(service)["HostConfig"]
        print(f"{service}: {host['Memory'] // MEBIBYTE} MiB at most, log of 50 MB at most, started again")
    if found:
        sys.exit("\n".join(found))
    print("the four services: user 10001, root read-only, no capabilities, no new privileges")


def killed(service):
    """Its first process, from outside: a container that `docker kill` ends is not started again by Docker."""
    said = inspected(service)
    run("kill", "-9", str(said["State"]["Pid"]))

    def back():
        now = inspected(service)
        return now["RestartCount"] > said["RestartCount"] and now["State"].get("Health", {}).get("Status") == "healthy"

    wait(f"{service}, killed, is healthy again", back)


def asked(path):
    with urllib.request.urlopen(PROMETHEUS + path, timeout=30) as answer:
        return json.load(answer)["data"]


def scraped():
    def up():
        return sorted(row["health"] for row in asked("/targets")["activeTargets"]) == ["up"] * len(SERVICES)

    wait("Prometheus scrapes all four services", up, 120)
    rules = [rule for group in asked("/rules")["groups"] for rule in group["rules"]]
    ill = [rule["name"] for rule in rules if rule["health"] != "ok"]
    wait("Prometheus knows Alertmanager", lambda: len(asked("/alertmanagers")["activeAlertmanagers"]) == 1, 60)
    if not rules or ill:
        sys.exit(f"rules: {len(rules)}, not evaluated: {ill}")
    print(f"{len(rules)} alert rules are loaded and evaluated")


def told():
    return [json.loads(line) for line in run("docker", "logs", "vigie-trial-world-1").splitlines() if line.startswith("{")]


def heard(status, service):
    return any(
        alert["status"] == status and alert["labels"]["instance"].startswith(service + ":")
        for message in told() for alert in message["alerts"] if alert["labels"]["alertname"] == "ServiceDown")


def alarmed(service):
    name = f"vigie-trial-{service}-1"
    run("docker", "stop", name)
    wait(f"{service} is stopped: Alertmanager told its receiver", lambda: heard("firing", service))
    run("docker", "start", name)
    wait(f"{service} is started: Alertmanager told that it is over", lambda: heard("resolved", service), 900)


{"confined": confined, "killed": killed, "scraped": scraped, "alarmed": alarmed}[sys.argv[1]](*sys.argv[2:])
