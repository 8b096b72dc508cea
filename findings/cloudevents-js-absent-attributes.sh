#!/usr/bin/env bash
# cloudevents 10.0.0 (npm, the CNCF's SDK for JavaScript) and kafkajs 2.2.4 (npm), Node 18 or newer.
# Guessed: what Kafka.binary(event) of the SDK returns is a message for a Kafka client, as its README shows.
# Seen: its headers hold ce_subject, ce_dataschema, ce_schemaurl and ce_datacontentencoding with the value undefined where
# an event has no such attribute, and its value is an object and no text. kafkajs ends with a TypeError (Received
# undefined) for every event that lacks one of the four, which is nearly every event. Structured mode has neither.
# What helps: leave out headers whose value is undefined, and JSON.stringify the value.
# Needs node, npm and the npm registry. Run outside CI; fails if what is described here has changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit cloudevents@10.0.0 kafkajs@2.2.4
cat > event.mjs <<'JS'
import { CloudEvent, Kafka } from 'cloudevents';
import encodeRecord from 'kafkajs/src/protocol/recordBatch/record/v0/index.js';

const event = new CloudEvent({ id: '1', source: '/example', type: 'example', datacontenttype: 'application/json', data: { a: 1 } });
for (const mode of ['binary', 'structured']) {
  const { headers, value } = Kafka[mode](event);
  const absent = Object.keys(headers).filter((name) => headers[name] === undefined).sort();
  let kafkajs = 'writes it';
  try {
    encodeRecord({ key: 'k', value: 'text', headers });
  } catch (failure) {
    kafkajs = `${failure.name}: ${failure.message.match(/Received \w+/)[0]}`;
  }
  console.log(`${mode}: value is ${typeof value}; undefined: ${absent.join(' ') || 'none'}; kafkajs: ${kafkajs}`);
}
JS
node event.mjs | tee seen
diff seen - <<'SEEN'
binary: value is object; undefined: ce_datacontentencoding ce_dataschema ce_schemaurl ce_subject; kafkajs: TypeError: Received undefined
structured: value is string; undefined: none; kafkajs: writes it
SEEN
