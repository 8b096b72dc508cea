package org.vigie.events;

import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** The packaged {@code asyncapi.yaml}, references resolved. */
final class AsyncApi {

    private final JsonNode document;

    private AsyncApi(JsonNode document) {
        this.document = document;
    }

    static AsyncApi packaged() {
        return new AsyncApi(Wire.JSON.valueToTree(new Yaml().load(Wire.text("/org/vigie/events/asyncapi.yaml"))));
    }

    List<String> addresses() {
        return channels().map(channel -> channel.path("address").asString()).toList();
    }

    /** The channel of a topic; fails if there is none or several. */
    JsonNode channel(String topic) {
        return channels()
                .filter(channel -> channel.path("address").asString().equals(topic))
                .reduce((one, other) -> {
                    throw new AssertionError(topic + " has several channels in asyncapi.yaml");
                })
                .orElseThrow(() -> new AssertionError(topic + " has no channel in asyncapi.yaml"));
    }

    /** The only message of a topic. */
    JsonNode message(String topic) {
        var messages = channel(topic).path("messages");
        if (messages.size() != 1) {
            throw new AssertionError(topic + " has " + messages.size() + " messages in asyncapi.yaml");
        }
        return resolved(messages.iterator().next());
    }

    /** A schema of the components by its name. */
    JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    /** The operations of one action, {@code send} or {@code receive}, on a topic. */
    List<JsonNode> operations(String action, String topic) {
        return document.path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asString().equals(action))
                .filter(operation -> resolved(operation.path("channel"))
                        .path("address")
                        .asString()
                        .equals(topic))
                .toList();
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.path("$ref").asString().substring(1)))
                : node;
    }

    private Stream<JsonNode> channels() {
        return document.path("channels").valueStream();
    }
}
