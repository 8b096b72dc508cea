package org.vigie.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import net.javacrumbs.jsonunit.assertj.JsonAssertions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.web.client.RestClient;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Confidence;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.availability.Watermark;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.Content;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.events.removal.TargetingSnapshot.ActedBy;
import org.vigie.events.removal.TargetingSnapshot.Answer;
import org.vigie.events.removal.TargetingSnapshot.Answers;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Decision;
import org.vigie.events.removal.TargetingSnapshot.Dispute;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.metrics.provider.Providers;
import org.vigie.testing.DescribedAnswers;
import org.vigie.testing.InProcessInfrastructure;

/** What the running service answers about a few cases, number by number and line by line. */
@InProcessInfrastructure
@SpringBootTest(
        classes = MetricsServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=metrics-service",
            "spring.kafka.listener.auto-startup=false",
            "spring.kafka.consumer.group-id=" + IndicatorAnswersTests.GROUP,
            "vigie.data=target/answers-data",
            "vigie.api-token=secret",
            "vigie.publications.publisher=Example hotline <contact@hotline.example>",
            "vigie.events.partitions=1",
            "vigie.publications.settling=0d"
        })
class IndicatorAnswersTests {

    static final String GROUP = "answers";

    private static final String AS_OF = "2026-03-29T12:00:00Z";

    private static final Answers ANSWERS = new Answers(
            List.of(
                    new Answer(Code.UNPARSED, true, Events.at(3)),
                    new Answer(Code.ACTIONED, true, Events.at(4.5)),
                    new Answer(Code.DISPUTES_AGE, false, Events.at(30))),
            1,
            List.of(new Dispute(Ground.AGE, Events.at(30), Events.at(50), Decision.UPHELD)));

    @LocalServerPort
    private int port;

    @BeforeAll
    static void count(@Autowired Bookkeeping bookkeeping, @Autowired Providers providers) {
        providers.on(host("P"));
        providers.on(host("Q"));
        bookkeeping.cases(List.of(
                Events.aCase("a", "P", Action.NOTIFIED, false, Events.content("h1", Verification.VERIFIED, 0, 4)),
                Events.aCase("b", "P", Action.VERIFIED, true, Events.content("h2", Verification.VERIFIED, 0, 1)),
                Events.aCase(
                        "c",
                        "P",
                        Action.RECEIVED,
                        false,
                        Events.content("s1", Verification.SUSPECT, 100, 1),
                        Events.content("s2", Verification.SUSPECT, 1100, 1)),
                Events.aCase("d", "Q", Action.NOTIFIED, false, archive())));
        bookkeeping.targetings(List.of(
                Events.like(
                        Targeting.of("a", "h1", "P", 1).removedAfter(5).snapshot(),
                        ContentKind.MEDIA,
                        new ActedBy(Role.HOST, Events.id("P"), Confidence.MEDIUM)),
                Events.answered(
                        Events.like(Targeting.of("d", "z", "Q", 2).snapshot(), ContentKind.ARCHIVE, null), ANSWERS)));
        bookkeeping.watermarks(List.of(new Watermark(0, Events.at(2100))), 10);
    }

    @Test
    void tellsWhatNobodyVerifiedAndWhatWasNotTargeted() {
        JsonAssertions.assertThatJson(get("/v1/indicators/backlog"))
                .and(
                        backlog -> backlog.node("as_of").isEqualTo(AS_OF),
                        backlog -> backlog.node("suspects")
                                .isEqualTo("{count: 2, age_p50_hours: 1000, age_p90_hours: 2000,"
                                        + " oldest: '2026-01-05T04:00:00Z'}"),
                        backlog -> backlog.node("not_targeted.held").isEqualTo(1),
                        backlog -> backlog.node("not_targeted.waiting").isEqualTo(0),
                        backlog -> backlog.node("cases_now.held").isEqualTo(1));
        assertThat(lines("/v1/indicators/backlog?format=csv"))
                .startsWith("indicator,value", "as_of," + AS_OF)
                .contains(
                        "suspects.count,2",
                        "suspects.age_p50_hours,1000",
                        "suspects.age_p90_hours,2000",
                        "not_targeted.held,1");
    }

    @Test
    void givesTheTotalsALineForEachNumber() {
        assertThat(lines("/v1/indicators/totals?format=csv"))
                .startsWith("indicator,value")
                .contains(
                        "verified.detections,8",
                        "verified.units,3",
                        "targeted.units,2",
                        "removal.images_targeted,2",
                        "removal.removed_by.own_action,1",
                        "removal.answers_measured,1",
                        "removal.ack_rate.denominator,1",
                        "removal.ack_time.p50.hours,3",
                        "removal.disputes.AGE.upheld,1",
                        "reappearance.within30d.denominator,0");
    }

    @Test
    void givesArchivesALineForEachProvider() {
        assertThat(lines("/v1/indicators/archives?format=csv"))
                .containsExactly(
                        "provider_id,name,archives_targeted,contained_verified,contained_apparent,sightings,"
                                + "still_accessible,reported_apart,as_of",
                        Events.id("Q") + ",Q,1,7,2,3,1,," + AS_OF);
    }

    @Test
    void givesTheCurveOfOneProvider() {
        assertThat(lines("/v1/indicators/providers/" + Events.id("P") + "?format=csv"))
                .containsExactly(
                        "role,hours,at_risk,removed,still_there,lower,upper,as_of", "HOST,5,1,1,0.0,,," + AS_OF);
    }

    @Test
    void givesTheDefinitionsInEitherForm() {
        assertThat(lines("/v1/indicators/definitions?format=csv"))
                .startsWith("indicator,formula,source,unit,caution")
                .anySatisfy(line -> assertThat(line).startsWith("removed_by,"));
        assertThat(client().get()
                        .uri("/v1/indicators/definitions")
                        .header("Accept", "text/csv")
                        .retrieve()
                        .body(String.class))
                .isEqualTo(get("/v1/indicators/definitions?format=csv"));
        assertThat(get("/v1/indicators/definitions")).startsWith("{");
        assertThat(client().get()
                        .uri("/v1/indicators/definitions")
                        .header("Accept", "application/json, text/csv, application/problem+json")
                        .retrieve()
                        .body(String.class))
                .startsWith("{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "providers?role=HOST providers[0]",
                "types rows[0]",
                "stages rows[0]",
                "categories rows[0]",
                "countries rows[0]",
                "months rows[0]",
                "totals removal"
            })
    void tellsByEveryDimensionWhoActedAndWhatIsNotMeasured(String tableAndRow) {
        var words = tableAndRow.split(" ", 2);
        var row =
                JsonAssertions.assertThatJson(get("/v1/indicators/" + words[0])).node(words[1]);

        row.node("removed_by.own_action").isEqualTo(1);
        row.node("removed_by.acted_by_other").isEqualTo(0);
        row.node("removed_by.roles.HOST").isEqualTo(1);
        row.node("removed_within").isObject().containsOnlyKeys("24h", "48h", "72h", "7d", "10d", "30d");
        row.node("exposure_hours").isIntegralNumber();
        row.node("hard_bounce_rate.denominator").isIntegralNumber();
        row.node("answers_measured").isIntegralNumber();
    }

    @Test
    void tellsWhatCameBackWhereThatIsKnown() {
        var row = JsonAssertions.assertThatJson(get("/v1/indicators/providers")).node("providers[1]");

        row.node("name").isEqualTo("Q");
        row.node("answers_measured").isEqualTo(1);
        row.node("not_measured").isArray().isEmpty();
        row.node("complaint_rate.numerator").isEqualTo(1);
        row.node("complaint_rate.denominator").isEqualTo(1);
        row.node("ack_rate.numerator").isEqualTo(1);
        row.node("ack_time.p90.hours").isEqualTo(3);
        row.node("outcomes.ACTIONED").isEqualTo("{count: 1, proven: 0}");
        row.node("outcomes.UNPARSED").isEqualTo("{count: 1, proven: 0}");
        row.node("outcomes.DISPUTES_AGE").isEqualTo("{count: 1, proven: 1}");
        row.node("outcomes.REFUSED").isEqualTo("{count: 0, proven: 0}");
        row.node("disputes.AGE").isEqualTo("{undecided: 0, upheld: 1, overturned: 0}");
    }

    @ParameterizedTest
    @CsvSource({"3.5,0,0,0", "29,1,0,0", "31,1,1,0", "50,1,0,1"})
    void tellsWhatHadComeBackByThen(double hour, int acknowledged, int undecided, int upheld) {
        var asOf = Instant.ofEpochMilli(Events.at(hour));
        var row = JsonAssertions.assertThatJson(get("/v1/indicators/providers?role=HOST&as_of=" + asOf))
                .node("providers[1]");

        row.node("ack_rate.numerator").isEqualTo(acknowledged);
        row.node("disputes.AGE.undecided").isEqualTo(undecided);
        row.node("disputes.AGE.upheld").isEqualTo(upheld);
    }

    @Test
    void saysNotMeasuredAndNeverNoneWhereNothingIsKnown() {
        var row = JsonAssertions.assertThatJson(get("/v1/indicators/providers")).node("providers[0]");
        row.node("answers_measured").isEqualTo(0);
        row.node("not_measured")
                .isArray()
                .containsExactly("complaint_rate", "ack_rate", "ack_time", "outcomes", "disputes");
        row.isObject().doesNotContainKeys("complaint_rate", "ack_rate", "ack_time", "outcomes", "disputes");

        var lines = lines("/v1/indicators/providers?format=csv");
        var columns = List.of(lines.getFirst().split(",", -1));
        for (var name : List.of(
                "complaint_rate",
                "ack_rate_numerator",
                "ack_time_p50_hours",
                "outcome_actioned",
                "disputes_age_overturned")) {
            var values = List.of(lines.get(1).split(",", -1));
            assertThat(values.get(columns.indexOf(name))).as(name).isEqualTo("not measured");
            assertThat(lines.get(2).split(",", -1)[columns.indexOf(name)])
                    .as(name)
                    .matches("[0-9.]+");
        }
    }

    @Test
    void saysOurOwnDelayBesideEveryProvider() {
        for (var path : List.of("providers", "providers/" + Events.id("P"))) {
            JsonAssertions.assertThatJson(get("/v1/indicators/" + path))
                    .node("own_delay.received_to_verified.n")
                    .isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "providers?role=HOST providers[0]",
                "providers/{P} roles[0]",
                "types rows[0]",
                "stages rows[0]",
                "categories rows[0]",
                "countries rows[0]",
                "months rows[0]",
                "totals "
            })
    void saysOurOwnDelayAndWhatCameBackInEveryRow(String tableAndRow) {
        var words = tableAndRow.replace("{P}", Events.id("P").toString()).split(" ", -1);
        var answer = JsonAssertions.assertThatJson(get("/v1/indicators/" + words[0]));
        var row = words[1].isEmpty() ? answer : answer.node(words[1]);

        row.node("own_delay")
                .isObject()
                .containsOnlyKeys("received_to_verified", "verified_to_first_handover", "held", "blocked_by_check");
        row.node("reappearance.within30d.denominator").isIntegralNumber();
        row.node("reappearance.within180d.denominator").isIntegralNumber();
    }

    @Test
    void givesEveryIndicatorAColumn() {
        var header =
                List.of(lines("/v1/indicators/providers?format=csv").getFirst().split(",", -1));

        assertThat(header)
                .doesNotHaveDuplicates()
                .contains(
                        "km_p90_upper_hours",
                        "delivered_observed_p50_hours",
                        "delivered_km_p90_days",
                        "last_seen_p90_hours",
                        "removed_within_24h",
                        "removed_within_30d_share",
                        "hard_bounce_rate",
                        "hard_bounce_rate_upper",
                        "removed_by_not_known",
                        "removed_by_cdn",
                        "own_verified_to_first_handover_p90_hours",
                        "own_blocked_by_check_n",
                        "reappearance_30d",
                        "reappearance_180d_denominator",
                        "ack_time_p50_days",
                        "disputes_technical_upheld");
        for (var table : List.of("providers", "types", "stages", "categories", "countries", "months")) {
            var lines = lines("/v1/indicators/" + table + "?format=csv");
            assertThat(lines).hasSizeGreaterThan(1);
            var columns = lines.getFirst().split(",", -1).length;
            assertThat(lines).allMatch(line -> line.split(",", -1).length == columns);
        }
    }

    @Test
    void saysWhatAFilterDoesNotReach() {
        JsonAssertions.assertThatJson(get("/v1/indicators/totals?country=FR&stage=PREPUBESCENT&as_of=" + AS_OF))
                .and(
                        totals -> totals.node("not_filtered.detections").isEqualTo("['country', 'as_of']"),
                        totals -> totals.node("not_filtered.cases_now").isEqualTo("['stage', 'country', 'as_of']"),
                        totals -> totals.node("not_filtered").isObject().doesNotContainKeys("removal", "own_delay"));
        JsonAssertions.assertThatJson(get("/v1/indicators/totals"))
                .node("not_filtered")
                .isEqualTo("{}");
        JsonAssertions.assertThatJson(get("/v1/indicators/backlog?stage=POSTPUBESCENT"))
                .and(
                        backlog -> backlog.node("suspects.count").isEqualTo(0),
                        backlog -> backlog.node("not_filtered").isEqualTo("{cases_now: ['stage']}"));
        JsonAssertions.assertThatJson(get("/v1/indicators/archives?role=CDN"))
                .node("providers")
                .isArray()
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=99999999999, limit",
        "stage=http://secret.example.invalid/, stage",
        "role=UNKNOWN_ROLE, role",
        "'as_of=Thu,%2001%20Jan%202026%2000:00:00%20GMT', as_of",
        "from=yesterday, from",
        "from=0, from",
        "as_of=2026-02-30T00:00:00Z, as_of",
        "country=FRA, country",
        "country=%27%20OR, country",
        "format=xml, format",
        "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, to",
        "role=HOST&role=CDN, role",
        "role=, role",
        "to=%2B999999999-12-31T23:59:59Z, to",
        "as_of=-1000000000-01-01T00:00:00Z, as_of",
        "from=1969-12-31T23:59:59Z, from"
    })
    void refusesWhatItCannotFollowAndNamesItOnly(String query, String named) {
        for (var table :
                List.of("providers", "providers/" + Events.id("P"), "stages", "totals", "backlog", "archives")) {
            var problem = client().get()
                    .uri(URI.create("http://127.0.0.1:" + port + "/v1/indicators/" + table + "?" + query))
                    .exchangeForRequiredValue((_, response) -> {
                        assertThat(response.getStatusCode().value()).as(table).isEqualTo(400);
                        return new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
                    });

            JsonAssertions.assertThatJson(problem)
                    .and(
                            json -> json.node("type").isEqualTo("urn:vigie:problem:invalid-parameter"),
                            json -> json.node("detail").isString().contains(named));
            assertThat(problem).doesNotContain("secret.example", "yesterday", "99999999999", "UNKNOWN_ROLE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"role=HOST", "format=AAA", "format="})
    void refusesFiltersOfDefinitions(String query) {
        var status = client().get()
                .uri("/v1/indicators/definitions?" + query)
                .exchangeForRequiredValue(
                        (_, response) -> response.getStatusCode().value());

        assertThat(status).isEqualTo(400);
    }

    /** They are printed on the public page. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"provider_id": "00000000-0000-4000-8000-000000000000"}             | /answers/0/text
            {"provider_id": "00000000-0000-4000-8000-000000000000", "text": " "} | /answers/0/text
            {"text": "SECRET"}                                                  | /answers/0/provider_id
            null                                                                | /answers/0
            """)
    void refusesAnAnswerOfAProviderThatIsNotWhole(String answer, String pointer) {
        var problem = client().post()
                .uri("/v1/publications")
                .header("Vigie-Operator", "one")
                .header("Content-Type", "application/json")
                .body("{\"from\": \"2026-01\", \"to\": \"2026-01\", \"answers\": [%s]}".formatted(answer))
                .exchangeForRequiredValue((_, response) -> response.getStatusCode()
                                .value() + " " + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));

        assertThat(problem).startsWith("400").contains("\"" + pointer + "\"").doesNotContain("SECRET");
    }

    @Test
    void answersTheTablesOfProvidersPageByPage() {
        var first = Events.id("P") + "~HOST";
        JsonAssertions.assertThatJson(get("/v1/indicators/providers?limit=1"))
                .and(
                        table -> table.node("providers").isArray().hasSize(1),
                        table -> table.node("providers[0].provider_id")
                                .isEqualTo(Events.id("P").toString()),
                        table -> table.node("next").isEqualTo(first));
        JsonAssertions.assertThatJson(get("/v1/indicators/providers?limit=1&cursor=" + first))
                .and(
                        table -> table.node("providers").isArray().hasSize(1),
                        table -> table.node("providers[0].provider_id")
                                .isEqualTo(Events.id("Q").toString()),
                        table -> table.node("next").isAbsent());
        JsonAssertions.assertThatJson(get("/v1/indicators/archives?limit=1"))
                .and(
                        table -> table.node("providers").isArray().hasSize(1),
                        table -> table.node("next").isAbsent());
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=nobody~HOST, Not a cursor of this list.",
        "limit=0, Must be between 1 and 500.",
        "format=csv&limit=1, A table as CSV is answered whole.",
        "format=csv&cursor=nobody~HOST, A table as CSV is answered whole."
    })
    void refusesPagesThatNoTableHas(String query, String why) {
        for (var table : List.of("providers", "archives")) {
            var problem = client().get()
                    .uri("/v1/indicators/" + table + "?" + query)
                    .exchangeForRequiredValue(
                            (_, response) -> response.getStatusCode().value() + " "
                                    + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(problem).startsWith("400").contains(why);
        }
    }

    @Test
    void describesEveryFilterAsAParameter() {
        JsonAssertions.assertThatJson(get("/v3/api-docs"))
                .node("paths./v1/indicators/totals.get.parameters")
                .isArray()
                .extracting("name")
                .contains("role", "type", "stage", "category", "kind", "country", "from", "to", "as_of", "format");
    }

    /** What cannot be accepted with GET is no reason to name methods that there are not. */
    @Test
    void namesTheMethodsThatThereAreWhateverStandsBesideTheQuestion() {
        var allowed = client().options()
                .uri("/v1/indicators/definitions?format=csv")
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getAllow();
        assertThat(allowed).containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    }

    @Test
    void countsALaterInstantThanWasCheckedAsWhatWasChecked() {
        JsonAssertions.assertThatJson(get("/v1/indicators/providers?as_of=2999-01-01T00:00:00Z"))
                .node("as_of")
                .isEqualTo(AS_OF);
    }

    @Test
    void namesWhatWasCommittedInAPublication(@Autowired KafkaAdmin kafka)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            admin.alterConsumerGroupOffsets(
                            GROUP,
                            Map.of(
                                    new TopicPartition(Topics.TARGETINGS, 0), new OffsetAndMetadata(17),
                                    new TopicPartition(Topics.CASES, 0), new OffsetAndMetadata(23)))
                    .all()
                    .get();
        }

        var prepared = client().post()
                .uri("/v1/publications")
                .header("Vigie-Operator", "one")
                .header("Content-Type", "application/json")
                .body("{\"from\": \"2026-01\", \"to\": \"2026-01\"}")
                .retrieve()
                .body(String.class);

        JsonAssertions.assertThatJson(prepared).node("offsets").isEqualTo("{'targetings.v1/0': 17, 'cases.v1/0': 23}");
    }

    @Test
    void showsEverybodyThatNothingIsApproved() {
        assertThat(DescribedAnswers.client(port)
                        .build()
                        .get()
                        .uri("/en")
                        .retrieve()
                        .body(String.class))
                .contains("No publication is approved yet.");
    }

    private RestClient client() {
        return DescribedAnswers.client(port)
                .defaultHeader("Authorization", "Bearer secret")
                .build();
    }

    private String get(String path) {
        var body = client().get().uri(path).retrieve().body(String.class);
        return body == null ? "" : body;
    }

    private List<String> lines(String path) {
        return get(path).lines().toList();
    }

    private static Content archive() {
        return new Content(
                Events.id("z"),
                ContentKind.ARCHIVE,
                Category.CSAM,
                Maturation.PREPUBESCENT,
                Act.SEX_ACT,
                null,
                Verification.VERIFIED,
                null,
                "z",
                7,
                2,
                Events.at(0),
                new Sightings(3, 0, 0));
    }

    private static ProviderSnapshot host(String name) {
        UUID none = null;
        return new ProviderSnapshot(
                Events.id(name), 1, name, null, Role.HOST, "FR", null, none, none, false, null, List.of());
    }
}
