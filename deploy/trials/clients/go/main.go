// franz-go and the CloudEvents SDK for Go: sends what run.sh sealed for them.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"time"

	cloudevents "github.com/cloudevents/sdk-go/v2"
	"github.com/twmb/franz-go/pkg/kgo"
)

var servers, work = os.Args[1], os.Args[2]

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func value(name string) []byte {
	body, err := os.ReadFile(work + "/" + name + ".json")
	must(err)
	return bytes.TrimSpace(body)
}

func client(options ...kgo.Opt) *kgo.Client {
	c, err := kgo.NewClient(append(options, kgo.SeedBrokers(servers), kgo.DefaultProduceTopic("detections.v1"))...)
	must(err)
	return c
}

func send(c *kgo.Client, key string, body []byte, headers ...kgo.RecordHeader) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	must(c.ProduceSync(ctx, &kgo.Record{Key: []byte(key), Value: body, Headers: headers}).FirstErr())
}

func franz(name string, options ...kgo.Opt) {
	c := client(options...)
	defer c.Close()
	send(c, "franz."+name, value("franz."+name))
}

func main() {
	for name, codec := range map[string]kgo.CompressionCodec{
		"none": kgo.NoCompression(), "gzip": kgo.GzipCompression(), "snappy": kgo.SnappyCompression(),
		"lz4": kgo.Lz4Compression(), "zstd": kgo.ZstdCompression(),
	} {
		franz(name, kgo.ProducerBatchCompression(codec))
	}
	franz("idempotent")
	franz("repeat", kgo.DisableIdempotentWrite())
	franz("repeat", kgo.DisableIdempotentWrite())
	franz("typing")
	c := client()
	send(c, "franz.tombstone", nil)
	c.Close()
	t := client(kgo.TransactionalID("franz"))
	for name, end := range map[string]kgo.TransactionEndTry{"aborted": kgo.TryAbort, "committed": kgo.TryCommit} {
		must(t.BeginTransaction())
		send(t, "franz."+name, value("franz."+name))
		must(t.EndTransaction(context.Background(), end))
	}
	t.Close()
	events()
}

func events() {
	c := client()
	defer c.Close()
	for _, name := range []string{"binary", "structured"} {
		event := cloudevents.NewEvent()
		event.SetID(name)
		event.SetSource("/trial")
		event.SetType("org.example.detected")
		must(event.SetData(cloudevents.ApplicationJSON, json.RawMessage(value("ce-go."+name))))
		if name == "structured" {
			body, err := json.Marshal(event)
			must(err)
			send(c, "ce-go.structured", body, kgo.RecordHeader{
				Key: "content-type", Value: []byte("application/cloudevents+json")})
			continue
		}
		send(c, "ce-go.binary", event.Data(),
			kgo.RecordHeader{Key: "ce_specversion", Value: []byte(event.SpecVersion())},
			kgo.RecordHeader{Key: "ce_id", Value: []byte(event.ID())},
			kgo.RecordHeader{Key: "ce_source", Value: []byte(event.Source())},
			kgo.RecordHeader{Key: "ce_type", Value: []byte(event.Type())},
			kgo.RecordHeader{Key: "content-type", Value: []byte(event.DataContentType())})
	}
}
