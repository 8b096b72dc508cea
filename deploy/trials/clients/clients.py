"""confluent-kafka, aiokafka and the CloudEvents SDK for Python: sends what run.sh sealed for them."""

import asyncio
import json
import sys
from datetime import datetime, timezone

from aiokafka import AIOKafkaProducer
from cloudevents.core.bindings.kafka import to_binary_event, to_structured_event
from cloudevents.core.v1.event import CloudEvent
from confluent_kafka import Producer

servers, work = sys.argv[1:]
TOPIC = "detections.v1"
CODECS = ("none", "gzip", "snappy", "lz4", "zstd")


def value(name):
    return open(f"{work}/{name}.json", "rb").read().strip()


def confluent():
    def send(name, **options):
        producer = Producer({"bootstrap.servers": servers, **{k.replace("_", "."): v for k, v in options.items()}})
        producer.produce(TOPIC, key=f"confluent.{name}", value=value(f"confluent.{name}"))
        producer.flush(30)

    for codec in CODECS:
        send(codec, compression_codec=codec)
    send("idempotent", enable_idempotence=True)
    send("repeat")
    send("repeat")
    send("typing")
    producer = Producer({"bootstrap.servers": servers})
    producer.produce(TOPIC, key="confluent.tombstone", value=None)
    producer.flush(30)
    producer = Producer({"bootstrap.servers": servers, "transactional.id": "confluent"})
    producer.init_transactions(30)
    for name, end in (("aborted", producer.abort_transaction), ("committed", producer.commit_transaction)):
        producer.begin_transaction()
        producer.produce(TOPIC, key=f"confluent.{name}", value=value(f"confluent.{name}"))
        producer.flush(30)
        end(30)


async def aio():
    async def send(name, body, **options):
        async with AIOKafkaProducer(bootstrap_servers=servers, **options) as producer:
            await producer.send_and_wait(TOPIC, key=f"aiokafka.{name}".encode(), value=body)

    for codec in CODECS:
        await send(codec, value(f"aiokafka.{codec}"), compression_type=None if codec == "none" else codec)
    await send("idempotent", value("aiokafka.idempotent"), enable_idempotence=True)
    await send("repeat", value("aiokafka.repeat"))
    await send("repeat", value("aiokafka.repeat"))
    await send("typing", value("aiokafka.typing"))
    await send("tombstone", None)
    async with AIOKafkaProducer(bootstrap_servers=servers, transactional_id="aiokafka") as producer:
        for name, end in (("aborted", producer.abort_transaction), ("committed", producer.commit_transaction)):
            await producer.begin_transaction()
            await producer.send_and_wait(TOPIC, key=f"aiokafka.{name}".encode(), value=value(f"aiokafka.{name}"))
            await end()


def cloudevents():
    producer = Producer({"bootstrap.servers": servers})
    for name, write in (("binary", to_binary_event), ("structured", to_structured_event)):
        event = CloudEvent(
            {
                "id": name,
                "source": "/trial",
                "type": "org.example.detected",
                "specversion": "1.0",
                "datacontenttype": "application/json",
                "time": datetime.now(timezone.utc),
            },
            json.loads(value(f"ce-python.{name}")),
        )
        message = write(event)
        producer.produce(
            TOPIC, key=f"ce-python.{name}", value=message.value, headers=list(message.headers.items())
        )
    producer.flush(30)


confluent()
asyncio.run(aio())
cloudevents()
