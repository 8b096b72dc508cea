"""What no schema can say of the rendered manifests: every name leads to something, and nobody reaches what they must not.

usage: kustomize build OVERLAY | judge.py; ends with 1 after naming what is wrong
"""

import sys

import yaml

SERVICES = {"notice-service", "provider-registry", "availability-checker", "metrics-service"}
# Made by people, Strimzi and the operator of MongoDB: ../README.md says who makes which.
MADE_ELSEWHERE = {f"{kind}-{name}" for kind in ("keys", "kafka", "mongodb") for name in SERVICES} | {"vigie-cluster-ca-cert"}

wrong = []
things = [thing for thing in yaml.safe_load_all(sys.stdin) if thing]
by_kind = {}
for thing in things:
    names = by_kind.setdefault(thing["kind"], {})
    if thing["metadata"]["name"] in names:
        wrong.append(f"{thing['kind']} {thing['metadata']['name']} is there twice")
    names[thing["metadata"]["name"]] = thing


def demand(fine, text):
    if not fine:
        wrong.append(text)


def matches(selector, labels):
    def one(expression):
        value = labels.get(expression["key"])
        return {"In": value in expression.get("values", []), "Exists": value is not None}[expression["operator"]]
    return (all(labels.get(name) == value for name, value in (selector.get("matchLabels") or {}).items())
            and all(one(expression) for expression in selector.get("matchExpressions") or []))


def referred(node, path=""):
    """Pairs of kind and name of each ConfigMap and Secret that a pod names."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("configMapRef", "configMapKeyRef"):
                yield "ConfigMap", value["name"], value.get("key")
            elif key == "secretKeyRef":
                yield "Secret", value["name"], value.get("key")
            elif key == "secret" and "secretName" in value:
                yield "Secret", value["secretName"], None
            else:
                yield from referred(value)
    elif isinstance(node, list):
        for each in node:
            yield from referred(each)


pods = {name: stateful["spec"]["template"] for name, stateful in by_kind["StatefulSet"].items()}
demand(set(pods) == SERVICES, f"services: {sorted(pods)}")
for name, pod in pods.items():
    labels = pod["metadata"]["labels"]
    container = pod["spec"]["containers"][0]
    for kind, what, key in referred(pod["spec"]):
        demand(what in MADE_ELSEWHERE or what in by_kind.get(kind, {}), f"{name}: no {kind} {what}")
        data = by_kind.get(kind, {}).get(what, {}).get("data")
        demand(not data or not key or key in data, f"{name}: nothing is called {key} in {what}")
        demand(what in ("vigie-cluster-ca-cert",) or kind != "Secret" or what.endswith(f"-{name}"),
               f"{name} is given the secret {what}")
    demand(pod["spec"]["serviceAccountName"] in by_kind["ServiceAccount"], f"{name}: no account")
    demand(matches(by_kind["StatefulSet"][name]["spec"]["selector"], labels), f"{name}: does not select itself")
    demand(all(label == labels.get(key) for key, label in by_kind["Service"][name]["spec"]["selector"].items()),
           f"{name}: its Service leads elsewhere")
    demand(matches(by_kind["PodDisruptionBudget"][name]["spec"]["selector"], labels), f"{name}: no disruption budget")
    demand({"startupProbe", "livenessProbe", "readinessProbe"} <= set(container), f"{name}: a probe is missing")
    volumes = {each["name"] for each in pod["spec"]["volumes"]} | {
        each["metadata"]["name"] for each in by_kind["StatefulSet"][name]["spec"]["volumeClaimTemplates"]}
    demand({each["name"] for each in container["volumeMounts"]} == volumes, f"{name}: volumes {volumes}")

outside = {name: set() for name in pods}
for policy in by_kind["NetworkPolicy"].values():
    for name, pod in pods.items():
        if matches(policy["spec"]["podSelector"], pod["metadata"]["labels"]):
            for rule in policy["spec"].get("egress") or []:
                demand(rule.get("to"), f"{policy['metadata']['name']}: {name} may reach everything")
                outside[name] |= {peer["ipBlock"]["cidr"] for peer in rule.get("to", []) if "ipBlock" in peer}
nothing = by_kind["NetworkPolicy"].get("services-nothing", {}).get("spec", {})
demand(sorted(nothing.get("policyTypes", [])) == ["Egress", "Ingress"] and not {"egress", "ingress"} & set(nothing),
       "services may reach and be reached where no policy says so")
demand(all(matches(nothing.get("podSelector", {}), pod["metadata"]["labels"]) for pod in pods.values()),
       "a service is outside of services-nothing")
leave = {name for name, blocks in outside.items() if blocks}
demand(leave == {"availability-checker", "notice-service"}, f"who leaves: {sorted(leave)}")
demand(all(block.endswith("/32") or block.endswith("/128") for block in outside["notice-service"]),
       f"the sender leaves to {sorted(outside['notice-service'])}")

for name, user in by_kind.get("KafkaUser", {}).items():
    for acl in user["spec"]["authorization"]["acls"]:
        if name == "metrics-service" and acl["resource"]["name"].startswith("locations."):
            demand(acl["operations"] == ["Describe"], f"{name} reaches {acl['resource']['name']}")
for name, scaled in by_kind.get("ScaledObject", {}).items():
    demand(scaled["spec"]["scaleTargetRef"]["name"] in pods, f"{name} scales nothing")
    for trigger in scaled["spec"]["triggers"]:
        demand(trigger["authenticationRef"]["name"] in by_kind["TriggerAuthentication"], f"{name}: signs in as nobody")

print(f"{len(things)} manifests of {len(by_kind)} kinds; leave: {', '.join(sorted(leave))}")
print(*wrong, sep="\n", end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
