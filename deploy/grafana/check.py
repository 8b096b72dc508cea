#!/usr/bin/env python3
"""Checks that no panel of the dashboards is empty: python3 deploy/grafana/check.py [--seconds 40]

Wants a running `./vigie demo`, and `prometheus` and `promtool` on PATH or in the directory PROMETHEUS_HOME. Starts a
Prometheus of its own on loopback, has it scrape the four services (ports as in VIGIE_PORT_*, like ./vigie), and asks it
every query of every panel and variable. Ends with 1 if promtool refuses a query, Prometheus answers one with nothing,
or an alert rule fails to be evaluated.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).parent
RULES = HERE.parent / "prometheus" / "alerts.yml"
PORTS = {"NOTICE": 8081, "REGISTRY": 8082, "CHECKER": 8083, "METRICS": 8084}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=int, default=40, help="how long to scrape before asking")
    seconds = arguments.parse_args().seconds
    queries = list(panel_queries())
    with tempfile.TemporaryDirectory(prefix="vigie-prometheus-") as directory:
        parse(queries, pathlib.Path(directory))
        process, address = start(pathlib.Path(directory))
        try:
            wait(address)
            time.sleep(seconds)
            failures = [f"{place}: {why}" for place, query in queries if (why := empty(address, query))]
            failures += broken_rules(address)
        finally:
            process.terminate()
            process.wait()
    for failure in failures:
        print(failure)
    print(f"{len(queries)} queries, {len(failures)} failures")
    return 1 if failures else 0


def panel_queries():
    """(place, PromQL) of every panel and variable, Grafana's own variables filled in."""
    for file in sorted(HERE.glob("dashboards/*.json")):
        dashboard = json.loads(file.read_text())
        for variable in dashboard["templating"]["list"]:
            if values := re.fullmatch(r"label_values\((.+), \w+\)", variable.get("definition", "")):
                yield f"{file.stem}, variable {variable['name']}", values[1]
        for panel in dashboard["panels"]:
            for target in panel.get("targets", []):
                query = target["expr"].replace("$__rate_interval", "5m")
                query = re.sub(r"\$\{?(?!__)\w+\}?", ".*", query)
                yield f"{file.stem}, {panel['title']}, {target['refId']}", query


def tool(name):
    home = os.environ.get("PROMETHEUS_HOME")
    found = shutil.which(name, path=home) if home else shutil.which(name)
    return found or sys.exit(f"{name} is neither on PATH nor in PROMETHEUS_HOME")


def parse(queries, directory):
    rules = [{"record": f"panel:query:{i}", "expr": query} for i, (_, query) in enumerate(queries)]
    file = directory / "panels.json"  # JSON is YAML
    file.write_text(json.dumps({"groups": [{"name": "panels", "rules": rules}]}))
    subprocess.run([tool("promtool"), "check", "rules", "--lint=none", str(file)], check=True)


def start(directory):
    targets = [f"127.0.0.1:{os.environ.get('VIGIE_PORT_' + name, port)}" for name, port in PORTS.items()]
    configuration = directory / "prometheus.json"
    configuration.write_text(json.dumps({
        "global": {"scrape_interval": "2s", "evaluation_interval": "2s"},
        "rule_files": [str(RULES.resolve())],
        "scrape_configs": [{"job_name": "vigie", "metrics_path": "/actuator/prometheus",
                            "static_configs": [{"targets": targets}]}]}))
    address = f"127.0.0.1:{free_port()}"
    log = open(directory / "log", "w")
    process = subprocess.Popen(
        [tool("prometheus"), f"--config.file={configuration}", f"--storage.tsdb.path={directory / 'data'}",
         f"--web.listen-address={address}"], stdout=log, stderr=log)
    return process, f"http://{address}"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait(address):
    """Until every service was scraped."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            targets = ask(address, "targets?state=active")["activeTargets"]
            if targets and all(target["health"] == "up" for target in targets):
                return
        except OSError:
            pass
        time.sleep(1)
    sys.exit("not every service answers Prometheus: is ./vigie demo up, and are VIGIE_PORT_* as it was started with?")


def empty(address, query):
    try:
        result = ask(address, "query?" + urllib.parse.urlencode({"query": query}))["result"]
    except OSError as refusal:
        return f"refused: {refusal}"
    if not result:
        return "nothing"
    return "only NaN" if all(sample["value"][1] == "NaN" for sample in result) else None


def broken_rules(address):
    for group in ask(address, "rules")["groups"]:
        for rule in group["rules"]:
            if rule["health"] != "ok":
                yield f"alert {rule['name']}: {rule['health']} {rule.get('lastError', '')}"
            elif rule.get("state") == "firing":
                print(f"firing: {rule['name']}")


def ask(address, path):
    with urllib.request.urlopen(f"{address}/api/v1/{path}", timeout=10) as response:
        return json.load(response)["data"]


if __name__ == "__main__":
    sys.exit(main())
