package org.vigie.availability.probe.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.availability.fixture.DnsFixture;
import org.vigie.availability.fixture.WebFixture;
import org.vigie.url.WebUrl;

/** Addresses that lead inside, in every spelling and by every way: no connection is ever opened to one. */
class SsrfTests {

    private static final List<String> LITERALS = List.of(
            "127.0.0.1",
            "127.1",
            "127.0.1",
            "0x7f.1",
            "0x7f000001",
            "2130706433",
            "017700000001",
            "0177.0.0.1",
            "0177.0.0.01",
            "0x7f.0x0.0x0.0x1",
            "127.0.0.1.",
            "%31%32%37.0.0.1",
            "１２７.０.０.１",
            "127。0。0。1",
            "127.255.255.254",
            "10.0.0.1",
            "10.255.255.255",
            "0xa.1",
            "100.64.0.1",
            "100.127.255.255",
            "169.254.169.254",
            "0xa9fea9fe",
            "2852039166",
            "169.254.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.0.1",
            "192.168.255.255",
            "0xc0.0250.1",
            "０Ｘｃ０．０２５０．０１",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "0.0.0.0",
            "0",
            "0.0.0.1",
            "168.63.129.16",
            "[::1]",
            "[::]",
            "[0:0:0:0:0:0:0:1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:10.0.0.1]",
            "[::127.0.0.1]",
            "[::7f00:1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b::a9fe:a9fe]",
            "[64:ff9b::10.0.0.1]",
            "[64:ff9b:1::7f00:1]",
            "[2002:7f00:1::]",
            "[2002:a00:1::1]",
            "[2001:0:7f00:1::]",
            "[2001::1]",
            "[2001:db8::1]",
            "[3fff::1]",
            "[fe80::1]",
            "[febf::1]",
            "[fc00::1]",
            "[fdff::1]",
            "[ff02::1]",
            "[100::1]",
            "[5f00::1]",
            "[4000::1]",
            "[::ffff:0:127.0.0.1]",
            "[::ffff:169.254.169.254]",
            "[2001:20::1]");

    private static final DnsFixture DNS = new DnsFixture("127.0.0.1");
    private static final WebFixture SINK = WebFixture.at("127.0.0.1");
    private static final WebFixture OUTSIDE = WebFixture.at("127.9.3.1");
    private static final ProbeRig RIG = new ProbeRig(DNS.server());
    private static final List<String> TRIED = new ArrayList<>();

    @BeforeAll
    static void theSinkAnswers() {
        SINK.otherwise(WebFixture.status(200));
    }

    @AfterAll
    static void nothingArrived() throws IOException {
        assertThat(TRIED).hasSizeGreaterThanOrEqualTo(150);
        assertThat(SINK.connections()).isZero();
        assertThat(RIG.connectedTo())
                .allSatisfy(address -> assertThat(address.getHostAddress()).startsWith("127.9."));
        SINK.close();
        OUTSIDE.close();
        DNS.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("direct")
    void opensNoConnectionInside(String url) {
        TRIED.add(url);

        WebUrl.parse(url).found().ifPresent(parsed -> RIG.probe().ask(ProbeRig.question(url)));

        assertThat(SINK.connections()).isZero();
    }

    @ParameterizedTest(name = "by redirect: {0}")
    @MethodSource("direct")
    void isNotLedInsideByARedirect(String url) {
        TRIED.add("redirect to " + url);
        OUTSIDE.otherwise(WebFixture.redirect(inAscii(url)));

        RIG.ask(OUTSIDE.url("/" + TRIED.size()));

        assertThat(SINK.connections()).isZero();
    }

    @Test
    void row45ConnectsOnlyToTheVettedAddressWhenANameIsRebound() throws IOException {
        try (var outside = WebFixture.at("127.9.3.2").otherwise(WebFixture.status(404));
                var dns = new DnsFixture("127.9.3.2")) {
            var rig = new ProbeRig(dns.server());

            rig.ask("http://rebind.one.test:%d/a".formatted(outside.port()));

            assertThat(outside.connections()).as("HEAD and GET, one lookup").isEqualTo(2);
            assertThat(dns.questions("rebind.one.test")).isEqualTo(1);
            assertThat(SINK.connections()).isZero();
        }
    }

    /** As a header can carry it. */
    private static String inAscii(String url) {
        return url.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letter.codePointAt(0) < 0x80 ? letter : URLEncoder.encode(letter, UTF_8))
                .collect(Collectors.joining());
    }

    static Stream<String> direct() {
        var literals = LITERALS.stream().map(host -> "http://%s:%d/".formatted(host, SINK.port()));
        var names = Stream.of(
                        "localhost", "a.test", "private.test", "sinkhole.test", "localhost.", "x.local", "intranet")
                .map(host -> "http://%s:%d/".formatted(host, SINK.port()));
        var disguised = Stream.of(
                        "http://example.test@127.0.0.1:%d/",
                        "http://127.0.0.1:%d\\@example.test/",
                        "http:\\\\127.0.0.1:%d/",
                        "http:///127.0.0.1:%d/",
                        "https://127.0.0.1:%d/",
                        "http://127.0.0.1:%d#@example.test/")
                .map(url -> url.formatted(SINK.port()));
        return Stream.of(literals, names, disguised).flatMap(all -> all);
    }
}
