package org.vigie.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.vigie.support.access.CallerRole;
import org.vigie.support.settings.VigieSettings;
import org.vigie.testing.DescribedAnswers;
import org.vigie.testing.ExplainedContract;
import org.vigie.testing.RefusedCallers;
import org.vigie.testing.RefusedFields;
import org.vigie.testing.RefusedMethods;
import org.vigie.testing.RefusedParameters;

/** Bad input, no network and broken data sets, as a caller of the service sees them. */
@RegistryTest
class RegistryApiTests {

    private static final List<String> SETS =
            List.of("as-table", "cdn-ranges", "curated", "public-suffix-list", "rdap-bootstrap");

    private final VigieSettings settings;
    private final MeterRegistry meters;

    @LocalServerPort
    private int port;

    RegistryApiTests(@Autowired VigieSettings settings, @Autowired MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    @Test
    void explainsItsInterface() {
        ExplainedContract.check(port);
    }

    @Test
    void refusesParametersThatAreUnknownOrOutOfRange() {
        RefusedParameters.check(port);
    }

    @Test
    void refusesMethodsThatAPathDoesNotHave() {
        RefusedMethods.check(port);
    }

    @Test
    void refusesFieldsThatItsDescriptionForbids() {
        RefusedFields.check(port);
    }

    @Test
    void answersOnlyWhoMayDoIt() {
        RefusedCallers.check(port, CallerRole.words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                              | /url
            {"url": null}                                   | /url
            {"url": ""}                                     | /url
            {"url": 5}                                      | /url
            {"url": {"a": "SECRET"}}                        | /url
            {"url": ["http://SECRET.test/"]}                | /url
            {"url": "SECRET"}                               | /url
            {"http://SECRET.test/": "http://a.test/"}       | ``
            {"url": "http://SECRET.test:99999/"}            | /url
            {"url": "http://SECRET<.test/"}                 | /url
            {"url": "ftp://SECRET.test/"}                   | /url
            {"url": "http://a.test/", "online": "SECRET"}   | /online
            {"url": "http://a.test/", "online": {}}         | /online
            """)
    void namesTheFieldOfAResolutionAndNeverItsValue(String body, String field) {
        isBad("/v1/resolutions", body, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "HOST"}                                                             | /name
            {"name": "", "type": "HOST"}                                                 | /name
            {"name": ["SECRET"], "type": "HOST"}                                         | /name
            {"name": "X"}                                                                | /type
            {"name": "X", "type": "SECRET"}                                              | /type
            {"name": "X", "type": "UNKNOWN"}                                             | /type
            {"name": "X", "type": "HOST", "country": "SECRET"}                           | /country
            {"name": "X", "type": "HOST", "group": "SECRET"}                             | /group
            {"name": "X", "type": "HOST", "group": "00000000-0000-0000-0000-00000000dead"} | /group
            {"name": "X", "type": "HOST", "provider_id": "SECRET"}                       | /provider_id
            {"name": "X", "type": "HOST", "network_objects": "SECRET"}                   | /network_objects
            {"name": "X", "type": "HOST", "network_objects": [null]}                     | /network_objects/0
            {"name": "X", "type": "HOST", "network_objects": [{"kind": "SECRET"}]}       | /network_objects/0/kind
            {"name": "X", "type": "HOST", "network_objects": [{"kind": "ASN"}]}          | /network_objects/0/value
            {"name": "X", "type": "HOST", "network_objects": [{"kind": "ASN", "value": "SECRET"}]} | /network_objects/0/value
            {"name": "X", "type": "HOST", "network_objects": [{"kind": "DOMAIN_SUFFIX", "value": "com"}]} | /network_objects/0/value
            {"name": "X", "type": "HOST", "network_objects": [{"kind": "URL_PREFIX", "value": "http://SECRET.com/a"}]} | /network_objects/0/value
            {"name": "X", "type": "HOST", "network_objects": [{"kind": "URL_PREFIX", "value": "secret.com/a?SECRET"}]} | /network_objects/0/value
            {"name": "X", "type": "HOST", "network_objects": [{"kind": "URL_PREFIX", "value": "SECRET.com/"}]} | /network_objects/0/value
            {"name": "X", "type": "HOST", "contacts": [{"channel": "EMAIL"}]}            | /contacts/0/address
            {"name": "X", "type": "HOST", "contacts": [{"channel": "SECRET"}]}           | /contacts/0/channel
            {"name": "X", "type": "HOST", "contacts": [{"channel": "EMAIL", "address": "a@b.test", "language": "SECRET"}]} | /contacts/0/language
            {"name": "X", "type": "HOST", "contacts": [{"channel": "EMAIL", "address": "a@b.test", "openpgp_fingerprint": "SECRET"}]} | /contacts/0/openpgp_fingerprint
            {"name": "X", "type": "HOST", "contacts": [{"channel": "WEB_FORM", "address": "http://SECRET.test/"}]} | /contacts/0/address
            """)
    void namesTheFieldOfAProviderAndNeverItsValue(String body, String field) {
        isBad("/v1/providers", body, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SECRET", "{", "[]", "{\"url\": \"SECRET", "null", "\"SECRET\"", "\u0000"})
    void refusesWhatIsNoRequest(String body) {
        for (var path : new String[] {"/v1/resolutions", "/v1/providers"}) {
            var answer = send(HttpMethod.POST, path, body);

            assertThat(answer).startsWith("400 ").doesNotContain("SECRET").contains("urn:vigie:problem:");
        }
    }

    @Test
    void answersWithoutAnyNetworkAndSaysSo() {
        answersOffline();
    }

    private void answersOffline() {
        var answer =
                send(HttpMethod.POST, "/v1/resolutions", "{\"url\": \"http://tenant.github.io/x\", \"online\": false}");
        var address = send(HttpMethod.POST, "/v1/resolutions", "{\"url\": \"http://8.8.8.8/\", \"online\": false}");

        assertThat(answer)
                .startsWith("200 ")
                .contains("GitHub Pages", "\"degraded\":true", "NOT_ASKED", "\"platform\":\"GitHub, Inc.\"")
                .doesNotContain("tenant");
        assertThat(address).contains("15169").doesNotContain("8.8.8.8");
    }

    @Test
    void countsABrokenDataSetAndServesThePreviousOne() throws IOException {
        assertThat(SETS).allSatisfy(set -> {
            assertThat(meters.get("vigie.data.set.rows").tag("set", set).gauge().value())
                    .isPositive();
            assertThat(meters.get("vigie.data.set.age")
                            .tag("set", set)
                            .timeGauge()
                            .value(TimeUnit.DAYS))
                    .isFinite();
            assertThat(meters.get("vigie.data.set.edition")
                            .tag("set", set)
                            .gauge()
                            .value())
                    .isGreaterThan(20_260_000);
        });
        var before = refusals();
        var file = settings.data().resolve("data-sets/public_suffix_list.dat");
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "broken");
        try {
            answersOffline();

            before.merge("public-suffix-list", 1.0, Double::sum);
            assertThat(refusals()).isEqualTo(before);
        } finally {
            Files.delete(file);
        }
    }

    /** Other tests of the same service break data sets, too. */
    private Map<String, Double> refusals() {
        return SETS.stream().collect(Collectors.toMap(set -> set, this::refused));
    }

    private double refused(String set) {
        return meters.get("vigie.data.set.refused")
                .tag("set", set)
                .functionCounter()
                .count();
    }

    private void isBad(String path, String body, String field) {
        assertThat(send(HttpMethod.POST, path, body))
                .startsWith("400 ")
                .contains("\"" + field + "\"")
                .doesNotContain("SECRET", "secret");
    }

    private String send(HttpMethod method, String path, String body) {
        return DescribedAnswers.client(port)
                .build()
                .method(method)
                .uri(path)
                .header("Authorization", "Bearer secret")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((_, response) -> response.getStatusCode().value() + " "
                        + new String(response.getBody().readAllBytes(), UTF_8));
    }
}
