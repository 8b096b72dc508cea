// The CloudEvents SDK for JavaScript over kafkajs: sends what run.sh sealed for it.
import { readFileSync } from 'node:fs';
import { CloudEvent, Kafka as Binding } from 'cloudevents';
import { Kafka, Partitioners } from 'kafkajs';

const [servers, work] = process.argv.slice(2);
const kafka = new Kafka({ clientId: 'trial', brokers: [servers], logLevel: 1 });
const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
await producer.connect();
for (const name of ['binary', 'structured']) {
  const event = new CloudEvent({
    id: name,
    source: '/trial',
    type: 'org.example.detected',
    datacontenttype: 'application/json',
    data: JSON.parse(readFileSync(`${work}/ce-js.${name}.json`, 'utf8')),
  });
  const message = Binding[name](event);
  const value = typeof message.value === 'string' ? message.value : JSON.stringify(message.value);
  // The SDK (10.0.0) names the attributes that are absent, too, and kafkajs (2.2.4) cannot write a header without a value.
  const headers = Object.fromEntries(Object.entries(message.headers).filter(([, value]) => value !== undefined));
  await producer.send({
    topic: 'detections.v1',
    messages: [{ key: `ce-js.${name}`, value, headers }],
  });
}
await producer.disconnect();
