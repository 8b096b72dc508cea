package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.vigie.events.Topics;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.support.events.EventJson;
import org.vigie.testing.DescribedAnswers;
import org.vigie.testing.TopicRecords;
import tools.jackson.databind.JsonNode;

/**
 * A provider with 5,000 network objects, as the large ones have: none is lost, and no answer or record holds them all.
 */
@RegistryTest
class ManyNetworkObjectsTests {

    private static final int ALL = 5_000;
    private static final int AT_ONCE = 500;

    @LocalServerPort
    private int port;

    private record Answer(int status, JsonNode json) {}

    @Test
    void areAddedListedRemovedAndLeftAsTheyAre() {
        var provider = send(HttpMethod.POST, "/v1/providers", null, "{%s}".formatted(host()))
                .json();
        var path = "/v1/providers/" + provider.path("provider_id").asString();
        for (int from = 0; from < ALL; from += AT_ONCE) {
            provider = changed(send(HttpMethod.POST, path + "/network-objects", tag(provider), objects(from, AT_ONCE)));
        }
        var again = changed(send(HttpMethod.POST, path + "/network-objects", tag(provider), objects(0, AT_ONCE)));

        assertThat(again.path("network_object_count").asInt()).isEqualTo(ALL);
        assertThat(send(HttpMethod.POST, path + "/network-objects", tag(again), objects(ALL, 1))
                        .status())
                .isEqualTo(400);
        var listed = listed(path);
        assertThat(listed.stream().map(one -> one.path("value").asString()))
                .containsExactlyElementsOf(IntStream.range(0, ALL)
                        .mapToObj(ManyNetworkObjectsTests::address)
                        .toList());

        var last = path + "/network-objects/"
                + listed.getLast().path("network_object_id").asString();
        assertThat(send(HttpMethod.DELETE, last, "\"0\"", "").status()).isEqualTo(412);
        var removed = changed(send(HttpMethod.DELETE, last, tag(again), ""));
        assertThat(send(HttpMethod.DELETE, last, tag(removed), "").status()).isEqualTo(404);
        var corrected =
                changed(send(HttpMethod.PUT, path, tag(removed), "{\"country\": \"NL\", %s}".formatted(host())));

        assertThat(corrected.path("network_object_count").asInt()).isEqualTo(ALL - 1);
        assertThat(send(HttpMethod.GET, path + "/past", null, "")
                        .json()
                        .path("facts")
                        .toString())
                .contains(address(ALL - 1));
        assertThat(resolvedTo(address(ALL - 2))).isEqualTo("Large");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(records())
                        .isNotEmpty()
                        .allSatisfy(record -> assertThat(record).hasSizeLessThan(2_000)));
    }

    @Test
    void theTypeIsNotChangedUnderThem() {
        var provider = send(
                        HttpMethod.POST,
                        "/v1/providers",
                        null,
                        "{\"name\": \"Turned\", \"type\": \"HOST\", %s"
                                .formatted(objects(ALL + 10, 1).substring(1)))
                .json();
        var path = "/v1/providers/" + provider.path("provider_id").asString();

        assertThat(send(HttpMethod.PUT, path, tag(provider), "{\"name\": \"Turned\", \"type\": \"CDN\"}"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.json().toString()).contains("/network_objects"));
    }

    @Test
    void toldAgainWithoutThemIsToldOnce() {
        var told = "{\"name\": \"Retold\", \"type\": \"HOST\"}";
        var provider = send(HttpMethod.POST, "/v1/providers", null, told).json();
        var path = "/v1/providers/" + provider.path("provider_id").asString();
        send(HttpMethod.POST, path + "/network-objects", tag(provider), objects(ALL + 20, 2));

        assertThat(send(HttpMethod.POST, "/v1/providers", null, told))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(200))
                .satisfies(answer -> assertThat(
                                answer.json().path("network_object_count").asInt())
                        .isEqualTo(2));
    }

    private static List<byte[]> records() {
        return TopicRecords.of(Topics.PROVIDERS).stream()
                .map(ConsumerRecord::value)
                .filter(value -> EventJson.MAPPER
                        .readValue(value, ProviderSnapshot.class)
                        .name()
                        .equals("Large"))
                .toList();
    }

    private List<JsonNode> listed(String path) {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = send(HttpMethod.GET, path + "/network-objects?limit=499" + cursor, null, "")
                    .json();
            page.path("network_objects").forEach(all::add);
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private String resolvedTo(String address) {
        return send(
                        HttpMethod.POST,
                        "/v1/resolutions",
                        null,
                        "{\"url\": \"http://%s/\"}".formatted(address.replace("/32", "")))
                .json()
                .at("/ranking/0/provider")
                .asString();
    }

    private static JsonNode changed(Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    private static String host() {
        return "\"name\": \"Large\", \"type\": \"HOST\"";
    }

    private static String objects(int from, int many) {
        return IntStream.range(from, from + many)
                .mapToObj(i -> "{\"kind\": \"CIDR\", \"value\": \"%s\"}".formatted(address(i)))
                .collect(joining(", ", "{\"network_objects\": [", "]}"));
    }

    private static String address(int i) {
        return "127.9.%d.%d/32".formatted(100 + i / 250, i % 250);
    }

    private static String tag(JsonNode provider) {
        return "\"" + provider.path("version").asLong() + "\"";
    }

    private Answer send(HttpMethod method, String path, @Nullable String ifMatch, String body) {
        return DescribedAnswers.client(port)
                .build()
                .method(method)
                .uri(path)
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.set("If-Match", ifMatch);
                    }
                })
                .header("Authorization", "Bearer secret")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        EventJson.MAPPER.readTree(new String(response.getBody().readAllBytes(), UTF_8))));
    }
}
