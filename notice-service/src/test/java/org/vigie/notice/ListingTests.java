package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/** How people and partners find cases and reports again. */
@ServiceTest
class ListingTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Test
    void casesAreListedByWhatTheyAreAndWhatTheyWaitFor() {
        var host = someHost();
        var since = world.now();
        var provider = world.provider(Role.HOST, "abuse");
        var notified = world.reported(verifiedReport("http://" + host + "/n", someHash()));
        world.resolved(notified, provider);
        world.looked(notified, Presence.REACHABLE);
        world.pass(GATHERED);
        var suspect = world.reported(suspect("http://" + host + "/s", "our-4711/" + host));

        assertThat(all("cases", "state=NOTIFIED&provider=" + provider.id())).containsExactly(notified);
        assertThat(all("cases", "provider=" + provider.id())).containsExactly(notified);
        assertThat(all("cases", "task=CLASSIFY&received_since=" + since))
                .contains(suspect)
                .doesNotContain(notified);
        assertThat(all("cases", "partner_reference=our-4711/" + host)).containsExactly(suspect);
        assertThat(all("cases", "received_since=" + since)).contains(notified, suspect);
        assertThat(all("cases", "stuck=true")).doesNotContain(suspect);

        world.moveOn(Duration.ofMinutes(1));
        var later = world.now();
        world.decide("/v1/cases/" + suspect + "/classification", "An assessor", null, """
                {"verification": "CANNOT_ASSESS", "organisation": "Example"}""");
        world.settle();
        assertThat(all("cases", "changed_since=" + later)).contains(suspect).doesNotContain(notified);
        assertThat(all("reports", "changed_since=" + later)).hasSize(1);
        assertThat(all("reports", "state=NOTIFIED&provider=" + provider.id())).containsExactly(notified);
        assertThat(all("reports", "partner_reference=our-4711/" + host)).containsExactly(suspect);
        assertThat(all("reports", "received_since=" + since)).contains(notified, suspect);
    }

    @Test
    void everyReportOfACaseIsListedPageByPage() {
        var host = someHost();
        var provider = world.provider(Role.HOST, "abuse");
        var caseId = world.reported(suspect("http://" + host + "/same", "our-0/" + host));
        for (int i = 1; i < 5; i++) {
            assertThat(world.reported(suspect("http://" + host + "/same", "our-%d/%s".formatted(i, host))))
                    .isEqualTo(caseId);
        }
        var other = world.reported(suspect("http://" + host + "/other", "our-5/" + host));
        for (var one : List.of(caseId, other)) {
            world.decide("/v1/cases/" + one + "/classification", "An assessor", null, """
                    {"verification": "VERIFIED", "organisation": "Example"}""");
            world.settle();
            world.resolved(one, provider);
        }

        var path = "/v1/reports?limit=2&provider=" + provider.id();
        var found = new ArrayList<String>();
        for (var next = ""; ; ) {
            var page = world.get(path + next).json();
            assertThat(page.get("reports").size()).isLessThanOrEqualTo(2);
            page.get("reports")
                    .forEach(one -> found.add(one.get("partner_reference").asString()));
            if (page.get("next").isNull()) {
                break;
            }
            next = "&cursor=" + page.get("next").asString();
        }

        assertThat(found).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void noticesAndStopsAreListedPageByPage() {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/p", someHash()));
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        var page = world.get("/v1/cases/" + caseId + "/notices?limit=1").json();
        assertThat(page.get("notices").size()).isEqualTo(1);
        assertThat(page.get("next").isNull()).isTrue();

        for (int i = 0; i < 3; i++) {
            world.put("/v1/stop", "one", "*", "{\"everything\": false, \"reason\": \"try %d\"}".formatted(i));
        }
        var first = world.get("/v1/stop/history?limit=2").json();
        var second = world.get(
                        "/v1/stop/history?limit=2&cursor=" + first.get("next").asString())
                .json();
        assertThat(first.get("stops").get(0).get("reason").asString()).isEqualTo("try 2");
        assertThat(first.get("stops").get(1).get("reason").asString()).isEqualTo("try 1");
        assertThat(second.get("stops").get(0).get("reason").asString()).isEqualTo("try 0");
    }

    @Test
    void aHostIsSearchedForInTheBody() {
        var host = someHost();
        var one = world.reported(suspect("http://" + host + "/1", "a"));
        var two = world.reported(suspect("http://" + host + "/2", "b"));

        for (var asked : List.of(host, host.toUpperCase(Locale.ROOT), host.replace(".", "[.]"))) {
            assertThat(searched("{\"host\": \"%s\"}".formatted(asked))).containsExactlyInAnyOrder(one, two);
        }
        assertThat(searched("{\"host\": \"%s\", \"partner_reference\": \"b\"}".formatted(host)))
                .containsExactly(two);
        var first = world.post("/v1/cases/search", "{\"host\": \"%s\", \"limit\": 1}".formatted(host))
                .json();
        var next = first.get("next").asString();
        assertThat(searched("{\"host\": \"%s\", \"limit\": 1, \"cursor\": \"%s\"}".formatted(host, next)))
                .hasSize(1);
        var bad = world.post("/v1/cases/search", "{\"host\": \"evil host/\"}");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.body()).contains("/host").doesNotContain("evil");
    }

    @Test
    void aReferenceIsFoundAsItIsWritten() {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/r", someHash()));
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        var reference = world.get("/v1/cases/" + caseId + "/notices")
                .json()
                .get("notices")
                .get(0)
                .get("reference")
                .asString();

        for (var written : List.of(
                reference,
                "[" + reference + "]",
                " " + reference.toLowerCase(Locale.ROOT),
                "[" + reference.replaceAll("/.*", "") + "]",
                caseId.toString().toUpperCase(Locale.ROOT))) {
            assertThat(searched("{\"reference\": \"%s\"}".formatted(written)))
                    .as(written)
                    .containsExactly(caseId);
        }
    }

    @Test
    void aCaseNamesProvidersAndShowsTheExactUrlOnlyToWhoSaysWhy() {
        var url = "http://" + someHost() + "/exact.jpg?a=b";
        var answer = world.post("/v1/reports", verifiedReport(url, someHash()));
        var caseId = answer.id("case_id");
        world.settle();
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        var story = world.get("/v1/cases/" + caseId);
        assertThat(story.body()).doesNotContain(url).contains("exact.jpg?a=b");
        assertThat(story.json().get("url").asString()).startsWith("hxxp://").contains("[.]test/");
        assertThat(story.json().get("addressee").get("provider_name").asString())
                .isEqualTo("Provider");
        var path = "/v1/cases/" + caseId + "/reveal";
        assertThat(world.decide(path, "An analyst", null, "{}").status()).isEqualTo(400);

        var shown = world.decide(path, "An analyst", null, "{\"reason\": \"to look for a mirror\"}");

        assertThat(shown.json().get("url").asString()).isEqualTo(url);
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("\"what\":\"URL_REVEALED\",\"who\":\"An analyst\",\"why\":\"to look for a mirror\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/cases?unheard=evil",
                "/v1/cases?state=evil",
                "/v1/cases?limit=0",
                "/v1/cases?limit=501",
                "/v1/cases?limit=evil",
                "/v1/cases?state=HELD&state=HELD",
                "/v1/cases?cursor=",
                "/v1/reports?unheard=evil",
                "/v1/reports?limit=501",
                "/v1/tasks?unheard=evil",
                "/v1/tasks?limit=501",
                "/v1/tasks?kind=evil",
                "/v1/tasks?cursor=00000000-0000-4000-8000-000000000000",
                "/v1/counts?unheard=evil",
                "/v1/stop?unheard=evil",
                "/v1/stop/history?limit=501",
                "/v1/stop/history?cursor=0000000000000000000",
                "/v1/cases?received_since=0",
                "/v1/reports?cursor=evil",
                "/v1/reports?stuck=true&cursor=evil",
                "/v1/cases/00000000-0000-4000-8000-000000000000/notices?limit=0",
                "/v1/cases/00000000-0000-4000-8000-000000000000?unheard=evil"
            })
    void whatIsNotAskedRightlyIsRefused(String path) {
        var answer = world.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:vigie:problem:invalid-parameter");
        assertThat(answer.body()).doesNotContain("evil");
    }

    /** Page by page, the case of each entry. */
    private List<UUID> all(String list, String filter) {
        var found = new ArrayList<UUID>();
        var path = "/v1/%s?limit=2&%s".formatted(list, filter);
        var cursor = "";
        while (true) {
            var page = world.get(path + cursor).json();
            page.get(list)
                    .forEach(one -> found.add(UUID.fromString(one.get("case_id").asString())));
            if (page.get("next").isNull()) {
                assertThat(found).doesNotHaveDuplicates();
                return found;
            }
            cursor = "&cursor=" + page.get("next").asString();
        }
    }

    private List<UUID> searched(String body) {
        var answer = world.post("/v1/cases/search", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var found = new ArrayList<UUID>();
        answer.json().get("case_ids").forEach(id -> found.add(UUID.fromString(id.asString())));
        return found;
    }

    private static String suspect(String url, String partnerReference) {
        return """
                {"url": "%s", "category": "CSAM", "verification": "SUSPECT", "partner_reference": "%s"}""".formatted(url, partnerReference);
    }
}
