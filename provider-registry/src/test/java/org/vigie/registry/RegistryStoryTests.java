package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.vigie.events.HostKind;
import org.vigie.events.Topics;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.DeadLetters;
import org.vigie.testing.DescribedAnswers;
import org.vigie.testing.TopicRecords;
import tools.jackson.databind.JsonNode;

/** The service as others see it: REST and topics. */
@RegistryTest
class RegistryStoryTests {

    private final CaseEvents cases;
    private final ScriptedNames names;
    private final Clock clock;

    @LocalServerPort
    private int port;

    RegistryStoryTests(
            @Autowired KafkaTemplate<byte[], byte[]> kafka,
            @Autowired Keysets keysets,
            @Autowired ScriptedNames names,
            @Autowired Clock clock) {
        this.cases = new CaseEvents(kafka, keysets, clock);
        this.names = names;
        this.clock = clock;
    }

    private record Answer(int status, String body) {
        JsonNode json() {
            return EventJson.MAPPER.readTree(body);
        }
    }

    @Test
    void teachesAProviderOnceHoweverOftenItIsTold() {
        var first = teach("Twice Told", "HOST", "CIDR", "127.9.20.0/24", "abuse@twice.test");
        var again = teach("twice  told", "HOST", "CIDR", "127.9.20.0/24", "abuse@twice.test");
        var other = teach("Twice Told", "HOST", "CIDR", "127.9.21.0/24", "abuse@twice.test");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("provider_id")).isEqualTo(first.json().get("provider_id"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("urn:vigie:problem:provider-exists");
        patiently().untilAsserted(() -> assertThat(providers("Twice Told")).hasSize(1));
    }

    @Test
    void correctsMergesAndRetiresOnlyWhatTheCallerSaw() {
        var kept = teach("Survivor", "HOST", "CIDR", "127.9.50.0/24", "abuse@survivor.test")
                .json()
                .get("provider_id")
                .asString();
        var other = teach("Double", "HOST", "CIDR", "127.9.51.0/24", "abuse@double.test")
                .json();
        var path = "/v1/providers/" + other.get("provider_id").asString();
        var correction = "{\"name\": \"Doubled\", \"type\": \"HOST\", \"network_objects\":"
                + " [{\"kind\": \"CIDR\", \"value\": \"127.9.52.0/24\"}]}";

        assertThat(send(HttpMethod.PUT, path, null, correction).status()).isEqualTo(428);
        assertThat(send(HttpMethod.PUT, path, "\"77\"", correction).status()).isEqualTo(412);
        var corrected = send(HttpMethod.PUT, path, tag(other), correction);
        assertThat(corrected.status()).isEqualTo(200);
        assertThat(send(HttpMethod.PUT, path, tag(other), correction).status()).isEqualTo(412);
        assertThat(past(path).toString())
                .contains("Double", "127.9.51.0/24", "abuse@double.test", "MANUAL", "valid_until");

        var into = "{\"into\": \"" + kept + "\"}";
        var merged = send(HttpMethod.POST, path + "/merge", tag(corrected.json()), into);
        assertThat(merged.status()).isEqualTo(200);
        patiently()
                .untilAsserted(() ->
                        assertThat(providers("Doubled").getLast().mergedInto()).hasToString(kept));
        assertThat(resolvedTo("http://127.9.52.1/")).isEqualTo("Survivor");

        var retired = send(HttpMethod.POST, path + "/retire", tag(merged.json()), "");
        assertThat(retired.json().get("retired").asBoolean()).isTrue();
    }

    @Test
    void showsToWhichGroupASubsidiaryBelongsAndToWhichItDid() {
        var group = id(teach("Holding", "HOST", "CIDR", "127.9.70.0/24", "abuse@holding.test"));
        var buyer = id(teach("Buyer", "HOST", "CIDR", "127.9.71.0/24", "abuse@buyer.test"));
        var subsidiary = post(
                "/v1/providers",
                "{\"name\": \"Subsidiary\", \"type\": \"HOST\", \"group\": \"" + group
                        + "\", \"network_objects\": [{\"kind\": \"CIDR\", \"value\": \"127.9.72.0/24\"}]}");
        var path = "/v1/providers/" + id(subsidiary);

        assertThat(send(HttpMethod.GET, path, null, "").json().get("group").asString())
                .isEqualTo(group);
        patiently()
                .untilAsserted(() ->
                        assertThat(providers("Subsidiary").getLast().group()).hasToString(group));
        assertThat(resolvedTo("http://127.9.72.1/")).isEqualTo("Subsidiary");

        var sold = send(
                HttpMethod.PUT,
                path,
                tag(subsidiary.json()),
                "{\"name\": \"Subsidiary\", \"type\": \"HOST\", \"group\": \"" + buyer + "\"}");

        assertThat(sold.json().get("group").asString()).isEqualTo(buyer);
        assertThat(past(path).toString()).contains("\"group\"", group);
        patiently()
                .untilAsserted(() ->
                        assertThat(providers("Subsidiary").getLast().group()).hasToString(buyer));
    }

    private static String id(Answer taught) {
        return taught.json().get("provider_id").asString();
    }

    private static String tag(JsonNode provider) {
        return "\"" + provider.get("version").asLong() + "\"";
    }

    private String resolvedTo(String url) {
        var ranking =
                post("/v1/resolutions", "{\"url\": \"" + url + "\"}").json().get("ranking");
        return ranking.get(0).get("provider").asString();
    }

    @Test
    void namesTheFieldAndNeverItsValue() {
        assertThat(post(
                        "/v1/providers",
                        "{\"name\": \"X\", \"type\": \"HOST\", \"network_objects\":"
                                + " [{\"kind\": \"CIDR\", \"value\": \"SECRET/24\"}]}"))
                .satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.body())
                            .contains("/network_objects/0/value")
                            .doesNotContain("SECRET");
                });
        assertThat(post(
                                "/v1/providers",
                                "{\"name\": \"X\", \"type\": \"HOST\", \"contacts\":"
                                        + " [{\"channel\": \"EMAIL\", \"address\": \"SECRET, b@x.test\"}]}")
                        .body())
                .contains("/contacts/0/address")
                .doesNotContain("SECRET");
        assertThat(post("/v1/providers", "{\"type\": \"HOST\"}").body()).contains("/name");
        assertThat(post("/v1/resolutions", "{\"url\": \"ftp://SECRET.example/\"}")
                        .body())
                .contains("/url", "UNSUPPORTED_SCHEME")
                .doesNotContain("SECRET");
    }

    /** Notices to whoever runs the network name them; whoever reads the topic does not learn them. */
    @Test
    void publishesWhereTheHostLedToThoseAloneWhoHoldTheKeyset() {
        names.resolvesTo("sealed.images.test", "127.9.1.77");
        var id = UUID.randomUUID();
        cases.send(Topics.CASES, id, cases.snapshot(id, 1, Action.VERIFIED, false, null));
        cases.send(Topics.LOCATIONS, id, cases.location(id, "http://sealed.images.test/a"));

        patiently().untilAsserted(() -> assertThat(CaseEvents.chains(id)).hasSize(1));
        var chain = CaseEvents.newestChain(id);
        assertThat(cases.open(chain)).containsExactly("127.9.1.77");
        assertThat(TopicRecords.of(Topics.CHAINS))
                .allSatisfy(
                        record -> assertThat(new String(record.value(), UTF_8)).doesNotContain("127.9.1.77"));
    }

    @Test
    void resolvesACaseWhicheverTopicComesFirstAndOnlyOnce() {
        teach("First Host", "HOST", "CIDR", "127.9.1.0/24", "abuse@first.test");
        names.resolvesTo("one.images.test", "127.9.1.1");
        names.resolvesTo("two.images.test", "127.9.1.2");
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();

        cases.send(Topics.CASES, one, cases.snapshot(one, 1, Action.VERIFIED, false, null));
        cases.send(Topics.LOCATIONS, one, cases.location(one, "http://one.images.test/a"));
        cases.send(Topics.LOCATIONS, two, cases.location(two, "http://two.images.test/a"));
        cases.send(Topics.CASES, two, cases.snapshot(two, 1, Action.VERIFIED, false, null));
        cases.send(Topics.CASES, two, cases.snapshot(two, 1, Action.VERIFIED, false, null));

        patiently().untilAsserted(() -> assertThat(CaseEvents.chains(two)).hasSize(1));
        patiently().untilAsserted(() -> assertThat(CaseEvents.chains(one)).hasSize(1));
        var chain = CaseEvents.chains(one).getFirst();
        assertThat(chain.reason()).isNull();
        assertThat(chain.hostKind()).isEqualTo(HostKind.DOMAIN);
        assertThat(chain.ranking()).singleElement().satisfies(rung -> {
            assertThat(rung.contactability()).isEqualTo(0.6);
            assertThat(rung.responsiveness()).isEqualTo(0.5);
            assertThat(rung.reasons()).contains("ADDRESS_RANGE", "CONTACT_UNVERIFIED", "NO_TRACK_RECORD");
        });
        assertThat(DeadLetters.of(Topics.CASES)).isEmpty();
    }

    @Test
    void resolvesAgainWhatAProviderTaughtLaterCanAnswer() {
        names.resolvesTo("later.images.test", "127.9.2.1");
        var id = UUID.randomUUID();
        cases.send(Topics.CASES, id, cases.snapshot(id, 1, Action.VERIFIED, false, null));
        cases.send(Topics.LOCATIONS, id, cases.location(id, "http://later.images.test/a"));
        patiently()
                .untilAsserted(
                        () -> assertThat(CaseEvents.newestChain(id).reason()).isEqualTo("PROVIDER_UNKNOWN"));

        teach("Later Host", "HOST", "CIDR", "127.9.2.0/24", "abuse@later.test");

        patiently().untilAsserted(() -> {
            assertThat(CaseEvents.newestChain(id).reason()).isNull();
            assertThat(CaseEvents.newestChain(id).ranking()).hasSize(1);
        });
    }

    @Test
    void resolvesAgainWhenACdnDisclosesTheOrigin() {
        names.resolvesTo("fronted.images.test", "127.9.60.1");
        teach("Story Front", "CDN", "CIDR", "127.9.60.0/24", "abuse@front.test");
        var id = UUID.randomUUID();
        cases.send(Topics.CASES, id, cases.snapshot(id, 1, Action.VERIFIED, false, null));
        cases.send(Topics.LOCATIONS, id, cases.location(id, "http://fronted.images.test/a"));
        patiently()
                .untilAsserted(() -> assertThat(CaseEvents.newestChain(id).hops())
                        .extracting(ChainSnapshot.Hop::evidence)
                        .containsExactly("AWAITING_CDN_DISCLOSURE", "ADDRESS_RANGE"));

        teach("Story Origin", "HOST", "EXACT_HOST", "fronted.images.test", "abuse@origin.test");

        patiently()
                .untilAsserted(() -> assertThat(CaseEvents.newestChain(id).hops())
                        .extracting(ChainSnapshot.Hop::evidence)
                        .containsExactly("EXACT_HOST", "ADDRESS_RANGE"));
    }

    @Test
    void asksNothingAboutACaseOnHoldUntilItIsReleased() {
        names.resolvesTo("held.images.test", "127.9.1.3");
        var id = UUID.randomUUID();
        var other = UUID.randomUUID();
        cases.send(Topics.LOCATIONS, id, cases.location(id, "http://held.images.test/a"));
        cases.send(Topics.CASES, id, cases.snapshot(id, 1, Action.VERIFIED, true, null));
        names.resolvesTo("marker.images.test", "127.9.1.4");
        cases.send(Topics.LOCATIONS, other, cases.location(other, "http://marker.images.test/a"));
        cases.send(Topics.CASES, other, cases.snapshot(other, 1, Action.VERIFIED, false, null));
        patiently().untilAsserted(() -> assertThat(CaseEvents.chains(other)).hasSize(1));
        assertThat(CaseEvents.chains(id)).isEmpty();
        assertThat(names.askedFor("held.images.test")).isZero();

        cases.send(Topics.CASES, id, cases.snapshot(id, 2, Action.VERIFIED, false, null));

        patiently().untilAsserted(() -> assertThat(CaseEvents.chains(id)).hasSize(1));
    }

    @Test
    void answersAWantWithAChainAsNewEvenIfNothingChanged() {
        names.resolvesTo("wanted.images.test", "127.9.1.5");
        var id = UUID.randomUUID();
        cases.send(Topics.LOCATIONS, id, cases.location(id, "http://wanted.images.test/a"));
        cases.send(Topics.CASES, id, cases.snapshot(id, 1, Action.VERIFIED, false, null));
        patiently().untilAsserted(() -> assertThat(CaseEvents.chains(id)).hasSize(1));
        var first = CaseEvents.chains(id).getFirst();

        cases.send(Topics.CASES, id, cases.snapshot(id, 2, Action.VERIFIED, false, first.resolvedAt() + 1));

        patiently().untilAsserted(() -> {
            assertThat(CaseEvents.chains(id)).hasSize(2);
            assertThat(CaseEvents.newestChain(id).resolvedAt()).isGreaterThan(first.resolvedAt());
            assertThat(CaseEvents.newestChain(id).version()).isGreaterThan(first.version());
        });
    }

    @Test
    void followsTheHealthOfAContact() {
        var taught = teach("Healthy", "HOST", "CIDR", "127.9.30.0/24", "abuse@healthy.test")
                .json();
        var provider = UUID.fromString(taught.get("provider_id").asString());
        var contact =
                UUID.fromString(taught.get("contacts").get(0).get("contact_id").asString());
        var now = clock.millis();

        cases.send(
                Topics.CONTACT_FEEDBACK,
                contact,
                new ContactFeedbackSnapshot(contact, 2, provider, 1, 1, 0, 0, 0, 0, 1, now, now, null));
        cases.send(
                Topics.CONTACT_FEEDBACK,
                contact,
                new ContactFeedbackSnapshot(contact, 1, provider, 1, 0, 0, 0, 0, 0, 0, now, null, null));

        patiently()
                .untilAsserted(() -> assertThat(providers("Healthy"))
                        .last()
                        .satisfies(snapshot -> assertThat(
                                        snapshot.contacts().getFirst().health())
                                .isEqualTo(Health.DEAD)));
    }

    @Test
    void tellsOfAContactThatAPersonVettedNeverToForwardUntilThatIsTakenBack() {
        var taught = teach("Vetted", "HOST", "CIDR", "127.9.31.0/24", "abuse@vetted.test")
                .json();
        var path = "/v1/providers/" + taught.get("provider_id").asString();
        var vetting = ", \"no_forward\": {\"vetted_by\": \"A. Person\", \"vetted_at\": \"2026-01-05T10:00:00Z\"}";

        var vetted = send(HttpMethod.PUT, path, tag(taught), vettedProvider(vetting));
        patiently().untilAsserted(() -> assertThat(lastNoForward()).isTrue());
        var contact = vetted.json().get("contacts").get(0);
        assertThat(contact.get("source").asString()).isEqualTo("MANUAL");
        assertThat(contact.get("no_forward").toString()).contains("A. Person", "2026-01-05T10:00:00Z");

        var takenBack = send(HttpMethod.PUT, path, tag(vetted.json()), vettedProvider(""));
        patiently().untilAsserted(() -> assertThat(lastNoForward()).isFalse());
        assertThat(past(path).get(0).toString()).contains("\"no_forward\"", "A. Person", "MANUAL", "valid_until");

        var nobody = vetting.replaceFirst("\"vetted_by.*?, ", "");
        assertThat(send(HttpMethod.PUT, path, tag(takenBack.json()), vettedProvider(nobody))
                        .body())
                .contains("/contacts/0/no_forward/vetted_by");
    }

    private static String vettedProvider(String vetting) {
        return """
                {"name": "Vetted", "type": "HOST", "country": "NL",
                 "network_objects": [{"kind": "CIDR", "value": "127.9.31.0/24"}],
                 "contacts": [{"channel": "EMAIL", "address": "abuse@vetted.test", "format": "XARF4"%s}]}
                """.formatted(vetting);
    }

    private static boolean lastNoForward() {
        return providers("Vetted").getLast().contacts().getFirst().noForward();
    }

    @Test
    void showsAResolutionWithNamesAndStoresNothing() {
        teach("Shown Host", "HOST", "CIDR", "127.9.40.0/24", "abuse@shown.test");

        var answer = post("/v1/resolutions", "{\"url\": \"http://127.9.40.1:8099/a\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("ranking").get(0).get("provider").asString())
                .isEqualTo("Shown Host");
        assertThat(answer.body()).doesNotContain("127.9.40.1");
    }

    private Answer teach(String name, String type, String kind, String value, String mail) {
        return post("/v1/providers", """
                {"name": "%s", "type": "%s", "country": "NL",
                 "network_objects": [{"kind": "%s", "value": "%s"}],
                 "contacts": [{"channel": "EMAIL", "address": "%s", "format": "XARF4", "language": "en"}]}
                """.formatted(name, type, kind, value, mail));
    }

    private JsonNode past(String path) {
        return send(HttpMethod.GET, path + "/past", null, "").json().get("facts");
    }

    private Answer post(String path, String body) {
        return send(HttpMethod.POST, path, null, body);
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
                        new String(response.getBody().readAllBytes(), UTF_8)));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private static List<ProviderSnapshot> providers(String name) {
        return TopicRecords.of(Topics.PROVIDERS).stream()
                .map(record -> EventJson.MAPPER.readValue(record.value(), ProviderSnapshot.class))
                .filter(provider -> provider.name().equals(name))
                .toList();
    }
}
