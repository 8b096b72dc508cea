package org.vigie.registry.rdap.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.rdap.RdapQuery;
import org.vigie.registry.rdap.RdapTransport.Reply;

class IanaFilesTests {

    private static final String FILE = """
            {"version": "1.0", "publication": "%s", "services": [[["%s"], ["http://r.example/", "https://r.example/"]]]}
            """;

    private final Map<String, Reply> files = new HashMap<>(Map.of(
            "/rdap/ipv4.json", answered(FILE.formatted("2026-01-03T00:00:00Z", "8.0.0.0/8")),
            "/rdap/ipv6.json", answered(FILE.formatted("2026-01-01T00:00:00Z", "2600::/12")),
            "/rdap/asn.json", answered(FILE.formatted("2026-01-02T00:00:00Z", "1-10000")),
            "/rdap/dns.json", answered(FILE.formatted("2026-01-02T00:00:00Z", "com"))));
    private final IanaFiles source = new IanaFiles(
            uri -> files.getOrDefault(uri.getPath(), new Reply.Failed("TIMEOUT")),
            URI.create("https://i.example/rdap/"));

    @Test
    void makesOneOfFourFilesAndDatesItByTheOldest() {
        var facts = source.fetch();

        assertThat(facts.uri(new RdapQuery.Domain("a.com"))).hasValue(URI.create("https://r.example/domain/a.com"));
        assertThat(facts.uri(new RdapQuery.As(64))).isPresent();
        assertThat(facts.size()).isEqualTo(4);
        assertThat(facts.version()).startsWith("2026-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html></html>                                           | line 1: dns.json is no JSON
            200 | {"services": [                                          | is no JSON
            200 | {"services": []}                                        | dns.json lists no services
            200 | {"services": [[["com"], ["https://r.example/ x"]]]}     | a key or an address in the files is none
            404 | {}                                                      | dns.json cannot be had
            503 | {}                                                      | dns.json cannot be had
            """)
    void takesAllOrNothing(int status, String body, String reason) {
        files.put("/rdap/dns.json", new Reply.Answered(status, body.getBytes(UTF_8)));

        assertThatExceptionOfType(BrokenDataSet.class).isThrownBy(source::fetch).withMessageContaining(reason);
    }

    @Test
    void saysWhichFileCouldNotBeHad() {
        files.remove("/rdap/asn.json");

        assertThatExceptionOfType(BrokenDataSet.class).isThrownBy(source::fetch).withMessage("asn.json cannot be had");
    }

    private static Reply answered(String body) {
        return new Reply.Answered(200, body.getBytes(UTF_8));
    }
}
