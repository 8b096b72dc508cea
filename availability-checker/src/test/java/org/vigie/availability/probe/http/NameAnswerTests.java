package org.vigie.availability.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.availability.fixture.DnsFixture;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.availability.probe.Answer.Note;
import org.vigie.availability.probe.Outcome;

/** What the name system says, and what the probe makes of it. */
class NameAnswerTests {

    private final DnsFixture dns = new DnsFixture("127.9.4.1");
    private final WebFixture web = WebFixture.at("127.9.4.1").otherwise(WebFixture.status(200));
    private final ProbeRig rig = new ProbeRig(dns.server());

    @AfterEach
    void stop() throws IOException {
        web.close();
        dns.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "nx, NXDOMAIN",
        "dangling, NXDOMAIN",
        "nodata, NODATA",
        "servfail, DNS_BROKEN",
        "refused, DNS_BROKEN",
        "drop, DNS_BROKEN",
        "sinkhole, UNROUTABLE",
        "private, UNROUTABLE",
        "six, UNROUTABLE",
        "cname, HTTP_200",
        "trunc, HTTP_200",
        "mixed, HTTP_200",
        "a_b, HTTP_200"
    })
    void tellsTheWaysANameFails(String label, String outcome) {
        assertThat(rig.ask("http://%s.example.com:%d/".formatted(label, web.port()))
                        .code())
                .isEqualTo(outcome);
    }

    @Test
    void row46UsesThePublicAddressesOfAMixedAnswerOnly() {
        var answer = rig.answer("http://mixed.example.com:%d/".formatted(web.port()));

        assertThat(answer.notes()).isEqualTo(Set.of(Note.MIXED_ADDRESSES));
        assertThat(rig.connectedTo())
                .allSatisfy(address -> assertThat(address.getHostAddress()).isEqualTo("127.9.4.1"));
    }

    @Test
    void row55BelievesTheResolverThatHasAnAnswer() throws IOException {
        try (var other = new DnsFixture("127.9.4.1")) {
            assertThat(other.server()).isNotEqualTo(dns.server());
            var both = new ProbeRig("127.0.0.1:1", other.server());

            assertThat(both.ask("http://good.example.com:%d/".formatted(web.port()))
                            .code())
                    .isEqualTo("HTTP_200");
            assertThat(both.ask("http://nx.example.com/").code())
                    .as("one resolver is silent, the other says no")
                    .isEqualTo("DNS_BROKEN");
        }
    }

    @ParameterizedTest(name = "{0} is not asked for")
    @CsvSource({
        "http://foo..com/, INVALID_NAME",
        "http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com/, INVALID_NAME",
        "http://localhost/, SPECIAL_USE_NAME",
        "http://xmhqwe3rnw6insl.onion/, ONION",
        "http://example.com:22/, BAD_PORT",
        "http://example.com:0/, BAD_PORT"
    })
    void asksNothingOfWhatCannotBeAsked(String url, Outcome.Reason reason) throws IOException {
        try (var inside = new DnsFixture("127.0.0.1")) {
            var careful = new ProbeRig(inside.server());

            assertThat(careful.ask(url)).isEqualTo(new Outcome.NotAsked(reason));
            assertThat(careful.connectedTo()).isEmpty();
        }
    }
}
