package org.vigie.registry.rdap.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.registry.rdap.RdapQuery;

class BootstrapFileTests {

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, https://rdap.arin.net/registry/ip/8.8.8.8",
        "193.0.6.139, https://rdap.db.ripe.net/ip/193.0.6.139",
        "1.1.1.1, https://rdap.apnic.net/ip/1.1.1.1",
        "200.160.0.8, https://rdap.lacnic.net/rdap/ip/200.160.0.8",
        "102.130.0.1, https://rdap.afrinic.net/rdap/ip/102.130.0.1"
    })
    void knowsTheRegistryOfAnAddress(String address, String uri) {
        assertThat(BootstrapFile.bundled().uri(new RdapQuery.Ip(InetAddress.ofLiteral(address))))
                .hasToString("Optional[" + uri + "]");
    }

    @Test
    void knowsTheRegistryOfANameAndOfASystem() {
        var facts = BootstrapFile.bundled();

        assertThat(facts.uri(new RdapQuery.Domain("example.com")))
                .hasToString("Optional[https://rdap.verisign.com/com/v1/domain/example.com]");
        assertThat(facts.uri(new RdapQuery.Domain("example.nosuch"))).isEmpty();
        assertThat(facts.uri(new RdapQuery.As(13335)))
                .hasToString("Optional[https://rdap.arin.net/registry/autnum/13335]");
    }

    @Test
    void takesTheLongestKeyAndHttpsWhereverItStands() {
        var json = """
                {"publication": "2026-11-22",
                 "ipv4": [[["8"], ["https://wide.example/"]], [["8.8.0.0/16"], ["http://n.example", "https://n.example"]]],
                 "dns": [[["uk"], ["https://uk.example/"]], [["co.uk"], ["https://co.example/"]]]}
                """;
        var facts = BootstrapFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));

        assertThat(facts.uri(new RdapQuery.Ip(InetAddress.ofLiteral("8.8.8.8"))))
                .hasToString("Optional[https://n.example/ip/8.8.8.8]");
        assertThat(facts.uri(new RdapQuery.Ip(InetAddress.ofLiteral("8.9.8.8"))))
                .hasToString("Optional[https://wide.example/ip/8.9.8.8]");
        assertThat(facts.uri(new RdapQuery.Domain("a.co.uk")))
                .hasToString("Optional[https://co.example/domain/a.co.uk]");
    }
}
