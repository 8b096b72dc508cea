package org.vigie.registry.rdap.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.vigie.registry.rdap.CurrentBootstrap;
import org.vigie.registry.rdap.RdapQuery;
import org.vigie.registry.rdap.RdapTransport;
import org.vigie.testing.MutableClock;

/** A file of the operator's own, such as that of a test registry, says alone whom to ask. */
class BootstrapConfigurationTests {

    private static final String TEST_REGISTRY = """
            {"publication": "2026-01-05",
             "ipv4": [[["198.51.100.0/24"], ["http://127.0.0.1:3000/rdap/"]]],
             "dns": [[["test"], ["http://127.0.0.1:3000/rdap/"]]]}
            """;

    @TempDir
    private Path directory;

    @Test
    void aTestRegistryIsAskedAndNobodyElse() throws IOException {
        try (var context = start(TEST_REGISTRY)) {
            var current = context.getBean(CurrentBootstrap.class);
            var facts = current.newest();

            assertThat(facts.uri(new RdapQuery.Domain("hosting.test")))
                    .hasToString("Optional[http://127.0.0.1:3000/rdap/domain/hosting.test]");
            assertThat(facts.uri(new RdapQuery.Ip(InetAddress.ofLiteral("198.51.100.7"))))
                    .hasToString("Optional[http://127.0.0.1:3000/rdap/ip/198.51.100.7]");
            assertThat(facts.uri(new RdapQuery.Ip(InetAddress.ofLiteral("8.8.8.8"))))
                    .isEmpty();
            assertThat(facts.uri(new RdapQuery.Domain("example.com"))).isEmpty();
            assertThat(current.newest()).isSameAs(facts);
            assertThat(current.now().edition().version()).isEqualTo("2026-01-05");
            assertThat(current.now().edition().attribution()).contains("VIGIE_RDAP_SERVERS");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                        | it names no server
            {"dns": [                                                 | line 2 is no JSON
            {"ipv4": [[["198.51.100.0/240"], ["http://r.test/"]]]}    | not an address range
            {"dns": [[["test"], ["ftp://r.test/"]]]}                  | a server is no http address
            {"dns": [[["test"], ["r.test"]]]}                         | a server is no http address
            """)
    void aBrokenFileStopsTheStartAndTheSettingIsNamed(String text, String reason) {
        assertThatThrownBy(() -> start(text))
                .hasStackTraceContaining("VIGIE_RDAP_SERVERS: " + directory.resolve("servers.json"))
                .hasStackTraceContaining(reason);
    }

    @Test
    void aMissingFileStopsTheStart() {
        assertThatThrownBy(() -> start(directory.resolve("none"))).hasStackTraceContaining("cannot read");
    }

    private AnnotationConfigApplicationContext start(String text) throws IOException {
        return start(Files.writeString(directory.resolve("servers.json"), text + "\n"));
    }

    /** As in a service, where the switch and the file may be named together. */
    private static AnnotationConfigApplicationContext start(Path file) {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var variables = new HashMap<String, Object>(Map.of("VIGIE_RDAP", "on", "VIGIE_RDAP_SERVERS", file.toString()));
        var environment = new StandardEnvironment();
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        var context = new AnnotationConfigApplicationContext();
        context.setEnvironment(environment);
        context.registerBean(RdapTransport.class, () -> _ -> {
            throw new AssertionError("asked");
        });
        context.registerBean(Clock.class, () -> MutableClock.at("2026-01-05T10:00:00Z"));
        context.register(BootstrapConfiguration.class);
        context.refresh();
        return context;
    }
}
