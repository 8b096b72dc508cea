"""Writes topics.yaml and users.yaml, for Strimzi, from ../../kafka/topics.csv and acls.csv, before `kubectl apply -k`.

One principal for each service, with the rights that `./vigie deploy kafka` gives elsewhere, and no other.
"""

import csv
import pathlib

here = pathlib.Path(__file__).parent
data = here.parent.parent / "kafka"
HEAD = "# Made by generate.py from deploy/kafka; change it there.\n"


def rows(name):
    with open(data / name, newline="") as file:
        return list(csv.DictReader(file))


def lag(row):
    """The longest number of Kafka is not one that YAML can be trusted with: it is what Kafka takes without it."""
    return f'    max.compaction.lag.ms: {row["max.compaction.lag.ms"]}\n' if row["cleanup.policy"] == "compact" else ""


def topics():
    return HEAD + "---\n".join(f"""\
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: {row["topic"]}
  labels: {{strimzi.io/cluster: vigie}}
spec:
  partitions: {row["partitions"]}
  replicas: 3
  config:
    cleanup.policy: {row["cleanup.policy"]}
    retention.ms: {row["retention.ms"]}
{lag(row)}    min.insync.replicas: {row["min.insync.replicas"]}
""" for row in rows("topics.csv"))


def acl(kind, name, operations):
    return (f"      - resource: {{type: {kind}, name: {name}, patternType: literal}}\n"
            f"        operations: [{', '.join(operations)}]\n")


def user(principal, rights):
    acls = ""
    topics = sorted({row["topic"] for row in rights if row["principal"] == principal})
    for topic in topics:
        own = sorted(row["right"].capitalize() for row in rights if (row["principal"], row["topic"]) == (principal, topic))
        acls += acl("topic", topic, [*own, "Describe"])
    if principal != "producers":
        # Every service looks at its start whether a topic is missing, and asks for the sizes of dead-letter topics.
        for topic in sorted({row["topic"] for row in rights} - set(topics)):
            acls += acl("topic", topic, ["Describe"])
        acls += acl("group", principal, ["Read", "Describe"])
    return f"""\
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: {principal}
  labels: {{strimzi.io/cluster: vigie}}
spec:
  authentication: {{type: scram-sha-512}}
  authorization:
    type: simple
    acls:
{acls}"""


def users():
    rights = rows("acls.csv")
    return HEAD + "---\n".join(user(principal, rights) for principal in sorted({row["principal"] for row in rights}))


(here / "topics.yaml").write_text(topics())
(here / "users.yaml").write_text(users())
