package org.vigie.metrics.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.support.events.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records that differ from a golden one in some field, most of them wrongly; the same seed gives the same ones. */
final class Mutations {

    /** Text that no reason, and no log, may repeat. */
    static final String PLANTED = "planted-canary";

    private static final long LATEST = 253_402_300_799_999L;
    private static final List<String> OUT_OF_RANGE = List.of(
            "-1",
            Long.toString(Long.MIN_VALUE),
            Long.toString(Long.MAX_VALUE),
            Long.toString(LATEST + 1),
            "9223372036854775808",
            "1e400",
            "1.5",
            "99999999999999999999");
    private static final List<String> OF_ANOTHER_TYPE =
            List.of("\"" + PLANTED + "\"", "true", "{}", "[]", "[[[[7]]]]", "{\"" + PLANTED + "\":1}");

    /**
     * A record, and whether it must be refused whatever else is in it.
     *
     * @param kind what was done to it
     */
    record Mutated(String kind, boolean wrong, ConsumerRecord<byte[], byte[]> record) {}

    private record Field(ObjectNode parent, String name) {

        JsonNode value() {
            return parent.path(name);
        }
    }

    private final SplittableRandom random;
    private long offset;

    Mutations(long seed) {
        random = new SplittableRandom(seed);
    }

    static JsonNode golden(String topic) {
        try {
            return EventJson.MAPPER.readTree(
                    Files.readString(Path.of("../event-contracts/src/test/resources/golden/" + topic + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The golden record as it is. */
    ConsumerRecord<byte[], byte[]> sound(String topic) {
        var json = (ObjectNode) golden(topic);
        return record(topic, key(topic, json), json.toString());
    }

    /** A golden record with another id and a version of its own, and one thing done to one of its fields. */
    Mutated next(String topic) {
        var json = (ObjectNode) golden(topic);
        freshIds(topic, json);
        var key = key(topic, json);
        var fields = new ArrayList<Field>();
        collect(json, fields);
        var field = fields.get(random.nextInt(fields.size()));
        var whole = json.toString();
        return switch (random.nextInt(12)) {
            case 0 -> {
                field.parent().remove(field.name());
                yield new Mutated("absent", false, record(topic, key, json.toString()));
            }
            case 1 -> {
                field.parent().putNull(field.name());
                yield new Mutated("null", false, record(topic, key, json.toString()));
            }
            case 2 ->
                raw(
                        "another type",
                        topic,
                        key,
                        json,
                        field,
                        pick(OF_ANOTHER_TYPE),
                        field.value().isNumber());
            case 3 ->
                raw(
                        "out of range",
                        topic,
                        key,
                        json,
                        field,
                        pick(OUT_OF_RANGE),
                        field.value().isNumber());
            case 4 -> raw("edge", topic, key, json, field, pick(List.of("0", "1", "2147483647", "" + LATEST)), false);
            case 5 -> raw("far instant", topic, key, json, field, "" + random.nextLong(LATEST), false);
            case 6 ->
                raw(
                        "unknown word",
                        topic,
                        key,
                        json,
                        field,
                        "\"LATER_VALUE\"",
                        field.value().isNumber());
            case 7 ->
                raw(
                        "another id",
                        topic,
                        key,
                        json,
                        field,
                        "\"" + id() + "\"",
                        field.value().isNumber());
            case 8 ->
                raw(
                        "too long",
                        topic,
                        key,
                        json,
                        field,
                        "\"" + "x".repeat(200_000) + "\"",
                        field.value().isNumber());
            case 9 ->
                new Mutated(
                        "twice",
                        true,
                        record(topic, key, "{\"" + fields.getFirst().name() + "\":1," + whole.substring(1)));
            case 10 ->
                new Mutated("cut short", true, record(topic, key, whole.substring(0, random.nextInt(whole.length()))));
            default -> other(topic, key, whole);
        };
    }

    /** Every number of the golden record out of its range, in every way. */
    List<Mutated> outOfRange(String topic) {
        var count = numbers((ObjectNode) golden(topic)).size();
        var all = new ArrayList<Mutated>();
        for (int i = 0; i < count; i++) {
            for (var value : OUT_OF_RANGE) {
                var json = (ObjectNode) golden(topic);
                all.add(raw(
                        "out of range",
                        topic,
                        key(topic, json),
                        json,
                        numbers(json).get(i),
                        value,
                        true));
            }
        }
        return all;
    }

    private static List<Field> numbers(ObjectNode json) {
        var fields = new ArrayList<Field>();
        collect(json, fields);
        return fields.stream().filter(field -> field.value().isNumber()).toList();
    }

    private Mutated other(String topic, String key, String whole) {
        return switch (random.nextInt(5)) {
            case 0 -> new Mutated("no value", true, record(topic, key, null));
            case 1 -> new Mutated("another key", true, record(topic, id(), whole));
            case 2 -> new Mutated("no key", true, record(topic, null, whole));
            case 3 -> new Mutated("deep", true, record(topic, key, "[".repeat(5_000)));
            default ->
                new Mutated(
                        "a field of tomorrow",
                        false,
                        record(topic, key, "{\"tomorrow\":{\"a\":[1]}," + whole.substring(1)));
        };
    }

    private Mutated raw(
            String kind, String topic, String key, ObjectNode json, Field field, String value, boolean wrong) {
        field.parent().put(field.name(), "@@");
        return new Mutated(kind, wrong, record(topic, key, json.toString().replace("\"@@\"", value)));
    }

    private void freshIds(String topic, ObjectNode json) {
        for (var name : List.of("targeting_id", "classification_id", "detection_id", "case_id", "provider_id")) {
            if (json.has(name) && (!name.equals("provider_id") || topic.startsWith("providers"))) {
                json.put(name, id());
            }
        }
        if (topic.startsWith("contact-feedback")) {
            json.put("contact_id", id());
        }
    }

    private static String key(String topic, ObjectNode json) {
        return switch (topic) {
            case "vantages.v1" ->
                json.path("case_id").asString() + "/" + json.path("vantage").asString();
            case "watermarks.v1" -> json.path("partition").toString();
            case "targetings.v1" -> json.path("targeting_id").asString();
            case "detections.v1" -> json.path("detection_id").asString();
            case "classifications.v1" -> json.path("classification_id").asString();
            case "providers.v1" -> json.path("provider_id").asString();
            case "contact-feedback.v1" -> json.path("contact_id").asString();
            default -> json.path("case_id").asString();
        };
    }

    private static void collect(JsonNode node, List<Field> fields) {
        switch (node) {
            case ObjectNode object ->
                object.forEachEntry((name, value) -> {
                    fields.add(new Field(object, name));
                    collect(value, fields);
                });
            case ArrayNode array -> array.forEach(element -> collect(element, fields));
            default -> {}
        }
    }

    private ConsumerRecord<byte[], byte[]> record(String topic, @Nullable String key, @Nullable String value) {
        return new ConsumerRecord<>(
                topic,
                0,
                offset++,
                key == null ? null : key.getBytes(UTF_8),
                value == null ? null : value.getBytes(UTF_8));
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
