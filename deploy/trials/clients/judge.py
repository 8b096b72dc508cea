"""Compares what became of each record with what run.sh expects of it, and prints a table."""

import sys
import time

from confluent_kafka import Consumer, TopicPartition

servers, work = sys.argv[1:]
expected = dict(line.split() for line in open(f"{work}/expected"))


def keys(topic):
    consumer = Consumer({"bootstrap.servers": servers, "group.id": "judge", "isolation.level": "read_committed"})
    found = []
    for partition in consumer.list_topics(topic, 30).topics[topic].partitions:
        where = TopicPartition(topic, partition, 0)
        _, end = consumer.get_watermark_offsets(where, 30)
        consumer.assign([where])
        while consumer.position([where])[0].offset < end and end > 0:
            message = consumer.poll(5)
            if message is None:
                break
            found.append((message.key() or b"").decode())
    consumer.close()
    return found


def of(becomes):
    return {name for name, what in expected.items() if what == becomes}


for _ in range(30):
    dead = [key for key in keys("detections.v1-dlt")]
    cases = set(keys("cases.v1"))
    if set(dead) >= of("dead") and len(cases) >= len(of("case")):
        break
    time.sleep(2)
time.sleep(5)  # what should not come would come now
dead = [key for key in keys("detections.v1-dlt")]
cases = set(keys("cases.v1"))

wrong = 0
for name, becomes in sorted(expected.items()):
    parked = dead.count(name)
    right = parked == (1 if becomes == "dead" else 0)
    wrong += not right
    print(f"{name:24} must become {becomes:8} {'dead letter' if parked else '-':12} {'ok' if right else 'WRONG'}")
print(f"cases: {len(cases)} of {len(of('case'))}; dead letters: {len(dead)} of {len(of('dead'))}")
sys.exit(1 if wrong or len(cases) != len(of("case")) else 0)
