package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.vigie.support.access.CallerRole;

/** Providers as people find and change them at the desk; provider-registry and metrics-service are stand-ins. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-providers-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-providers-clock"
        })
@ServiceTest
class DeskProvidersTests {

    private static final OtherServices OTHERS = new OtherServices();
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String CONTACT = "00000000-0000-4000-8000-000000000002";
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final String ONE = "GET /v1/providers/" + ID;

    @LocalServerPort
    private int port;

    private DeskVisitor odile;

    @DynamicPropertySource
    static void others(DynamicPropertyRegistry registry) {
        registry.add("vigie.services.registry", OTHERS::address);
        registry.add("vigie.services.metrics", OTHERS::address);
    }

    @BeforeEach
    void anOperatorComesIn() {
        OTHERS.forget();
        OTHERS.answer(ONE, 200, provider(7, "Example Host"));
        OTHERS.answer("GET /actuator/prometheus", 200, """
                vigie_images_targeted{provider="%1$s",role="HOST"} 40
                vigie_images_open{provider="%1$s",role="HOST"} 3
                vigie_images_removed{provider="%1$s",role="HOST",by="own_action"} 30
                vigie_removal_time_seconds{provider="%1$s",role="HOST",stat="km_p50"} 18000
                vigie_images_answers_measured{provider="%1$s",role="HOST"} 35
                vigie_images_acknowledged{provider="%1$s",role="HOST"} 21
                vigie_images_answered{provider="%1$s",role="HOST",outcome="DISPUTES_AGE"} 2
                vigie_images_answered{provider="%1$s",role="HOST",outcome="ACTIONED"} 19
                vigie_image_disputes{provider="%1$s",role="HOST",ground="AGE",standing="UPHELD"} 1
                vigie_image_disputes{provider="%1$s",role="HOST",ground="TECHNICAL",standing="UPHELD"} 1
                vigie_image_disputes{provider="%1$s",role="CDN",ground="AGE",standing="OVERTURNED"} 9
                vigie_removal_share{provider="%1$s",role="HOST",within="24h"} 0.755
                vigie_images_targeted{provider="another",role="HOST"} 4000
                """.formatted(ID));
        odile = DeskVisitor.signedIn(port, "odile", CallerRole.OPERATOR);
    }

    private static String provider(long version, String name) {
        return """
                {"provider_id": "%s", "version": %d, "name": "%s", "type": "HOST", "country": "NL",
                 "naming_source": "its terms", "retired": false, "probe_rule": "HEAD_ONLY", "network_object_count": 12,
                 "past_count": 0, "later_field": 1, "contacts": [
                  {"contact_id": "%s", "channel": "EMAIL", "address": "abuse@host.example", "format": "XARF4",
                   "language": "fr", "health": "SOFT_FAILING", "source": "MANUAL",
                   "no_forward": {"vetted_by": "Anna", "vetted_at": "2026-01-05T10:00:00Z"},
                   "last_confirmed_at": "2026-01-05T10:00:00Z"}]}""".formatted(ID, version, name, CONTACT);
    }

    @Test
    void findsProvidersWithoutTheirTextInAnAddress() {
        OTHERS.answer("POST /v1/providers/search", 200, """
                {"providers": [%s], "more": true}""".formatted(provider(7, HOSTILE)));

        var found = odile.post("/desk/providers/search", "what=AS64500");

        assertThat(found.body())
                .contains("1 providers", "&lt;script&gt;", "/desk/providers/" + ID, "host, NL", "There are more")
                .doesNotContain(HOSTILE);
        assertThat(found.address().toString()).doesNotContain("64500");
        assertThat(OTHERS.asked("POST /v1/providers/search"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"text\":\"AS64500\"}"));
        assertThat(odile.post("/desk/providers/search", "what=+").status()).isEqualTo(422);
    }

    @Test
    void showsContactsTheirHealthAndWhatItDid() {
        var page = odile.get("/desk/providers/" + ID).body();

        assertThat(page)
                .contains("Example Host", "abuse@host.example", "fails now and then", "confirmed on 5 Jan 2026")
                .contains("forwards nothing, as Anna made sure", "<dd>40</dd>", "<dd>30</dd>", "<dd>5 h</dd>", "76 %")
                .contains("<dd>21 of 35</dd>", "<dt>they acted</dt><dd>19</dd>", "<dt>the notices stand</dt><dd>2</dd>")
                .doesNotContain("eyJ", "<dd>4000</dd>", "it was right");
    }

    @Test
    void correctsItAndLeavesEverythingElseAsItWas() {
        OTHERS.answer("PUT /v1/providers/" + ID, 200, provider(8, "Example Hosting"));
        var form = DeskForm.of(odile.get("/desk/providers/" + ID).body(), "/facts")
                .with("name", "Example Hosting")
                .with("country", "DE")
                .with("added", "https://host.example/report")
                .with("language", "en");

        assertThat(odile.post("/desk/providers/%s/facts".formatted(ID), form.sent())
                        .body())
                .contains("It is recorded.");

        assertThat(OTHERS.asked("PUT /v1/providers/" + ID)).singleElement().satisfies(asked -> {
            assertThat(asked.read()).isEqualTo("\"7\"");
            assertThat(asked.body())
                    .contains("\"name\":\"Example Hosting\"", "\"country\":\"DE\"", "\"probe_rule\":\"HEAD_ONLY\"")
                    .contains("\"naming_source\":\"its terms\"", "\"address\":\"abuse@host.example\"", "\"XARF4\"")
                    .contains("\"no_forward\":{\"vetted_by\":\"Anna\",\"vetted_at\":\"2026-01-05T10:00:00Z\"}")
                    .contains("\"channel\":\"WEB_FORM\",\"address\":\"https://host.example/report\"")
                    .doesNotContain("network_objects");
        });
    }

    /** Nothing is done, what is said of it now is shown, and nothing typed is lost. */
    @Test
    void changesNothingThatSomebodyElseChanged() {
        var form =
                DeskForm.of(odile.get("/desk/providers/" + ID).body(), "/facts").with("name", "Mine");
        OTHERS.answer(ONE, 200, provider(8, "Theirs"));

        var late = odile.post("/desk/providers/%s/facts".formatted(ID), form.sent());

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("Somebody changed the provider", "<h1>Theirs</h1>", "value=\"Mine\"", "value=\"8\"")
                .containsPattern("(?s)Name</strong>.*Example Host</span> → <strong>Theirs</strong>");
        assertThat(OTHERS.asked("PUT /v1/providers/" + ID)).isEmpty();
    }

    @Test
    void saysWhyTheRegistryDoesNotDoIt() {
        var page = odile.get("/desk/providers/" + ID).body();
        OTHERS.answer("POST /v1/providers/%s/retire".formatted(ID), 412, "{}");
        var retire = DeskForm.of(page, "/retirement").sent();
        assertThat(odile.post("/desk/providers/%s/retirement".formatted(ID), retire)
                        .body())
                .contains("Somebody changed the provider");
        OTHERS.answer("POST /v1/providers/%s/retire".formatted(ID), 403, "{}");
        assertThat(odile.post("/desk/providers/%s/retirement".formatted(ID), retire)
                        .body())
                .contains("does not count you as somebody who may do this");
        OTHERS.answer("POST /v1/providers/%s/merge".formatted(ID), 400, """
                {"detail": "general", "errors": [{"pointer": "/into", "detail": "expected another <active> provider"}]}""");
        var merge = DeskForm.of(page, "/merger").with("into", CONTACT).sent();
        assertThat(odile.post("/desk/providers/%s/merger".formatted(ID), merge).body())
                .contains("does not accept it: expected another &lt;active&gt; provider");
        assertThat(odile.post(
                                "/desk/providers/%s/merger".formatted(ID),
                                DeskForm.of(page, "/merger")
                                        .with("into", "none")
                                        .sent())
                        .status())
                .isEqualTo(422);
    }

    /** By anything that a provider is known by; nothing is merged before one that was found is chosen. */
    @Test
    void theOneThatStaysIsLookedForAndChosen() {
        var other = UUID.randomUUID();
        OTHERS.answer("POST /v1/providers/search", 200, """
                {"providers": [%s, %s], "more": false}""".formatted(
                        provider(7, "Example Host"), provider(3, HOSTILE).replace(ID.toString(), other.toString())));
        OTHERS.answer("POST /v1/providers/%s/merge".formatted(ID), 200, provider(8, "Example Host"));
        var merger = "/desk/providers/%s/merger".formatted(ID);
        var form = DeskForm.of(odile.get("/desk/providers/" + ID).body(), "/merger");

        var found = odile.post(merger, form.with("what", "AS64500").sent());
        assertThat(found.body())
                .contains("value=\"AS64500\"", "name=\"into\" value=\"" + other, "&lt;script&gt;")
                .doesNotContain("name=\"into\" value=\"" + ID, HOSTILE);
        form = DeskForm.of(found.body(), "/merger").with("into", other.toString());
        odile.post(merger, form.with("then", "find").with("what", "another").sent());
        assertThat(OTHERS.asked("POST /v1/providers/%s/merge".formatted(ID))).isEmpty();

        assertThat(odile.post(merger, form.with("then", "").sent()).body()).contains("It is recorded.");
        assertThat(OTHERS.asked("POST /v1/providers/%s/merge".formatted(ID)))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"into\":\"%s\"}".formatted(other)));
        assertThat(odile.post(merger, form.with("into", "").with("what", " ").sent())
                        .body())
                .contains("Something is needed here.");
    }

    @Test
    void worksWithoutTheOthersAndSaysSo() {
        OTHERS.answer(ONE, 500, "");
        OTHERS.answer("GET /actuator/prometheus", 500, "");

        var page = odile.get("/desk/providers/" + ID);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("provider-registry does not answer", "metrics-service says nothing of it now.")
                .contains("/stop\"")
                .doesNotContain("/facts\"");
    }

    @Test
    void whoWasNeverNotifiedDidNothingYet() {
        OTHERS.answer("GET /actuator/prometheus", 200, "");

        assertThat(odile.get("/desk/providers/" + ID).body()).contains("It was not notified yet");
    }

    @Test
    void whoeverIsUnknownEverywhereIsAbsent() {
        OTHERS.forget();

        assertThat(odile.get("/desk/providers/" + ID).status()).isEqualTo(404);
    }

    @Test
    void whoOnlyReadsSeesNoForms() {
        var aziz = DeskVisitor.signedIn(port, "aziz", CallerRole.AUDITOR);

        assertThat(aziz.get("/desk/providers/" + ID).body())
                .contains("abuse@host.example", "Operators change providers.")
                .doesNotContain("/facts\"", "/merger\"", "/retirement\"", "/stop\"", "/test\"", "/answers\"");
    }

    @Test
    void wantsAReferenceThatWasSentThere() {
        var form = "reference=RN-2026-00000042%2F1";
        odile.get("/desk/providers/" + ID);

        var refused = odile.post("/desk/providers/%s/contacts/%s/answers".formatted(ID, CONTACT), form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"RN-2026-00000042/1\"", "That is no notice of ours");
    }
}
