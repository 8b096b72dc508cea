package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneTests {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void startsFourHealthyServicesAndSaysWhereTheyAre() throws IOException, InterruptedException {
        try (var system = new Standalone(environment(Map.of()), new PrintStream(console, true, UTF_8)).start()) {
            for (var service : Service.ALL) {
                assertThat(health(system.port(service.name()))).contains("\"status\":\"UP\"");
                assertThat(console.toString(UTF_8)).contains("http://127.0.0.1:" + system.port(service.name()));
            }
            assertThat(console.toString(UTF_8)).contains("127.0.0.1:" + system.port("Kafka"), "embedded", "Ready");
            for (var keyset : List.of("location", "inbound-private", "store-notice-service")) {
                assertThat(rotate(system, keyset)).as(console.toString(UTF_8)).isEqualTo(Vigie.DONE);
            }
        }
        DataDirectory.open(directory.resolve("data")).close();
    }

    /** Every service says that it has read the new key before it seals. */
    private int rotate(Standalone system, String keyset) {
        var here = new HashMap<>(environment(Map.of("VIGIE_PORT_KAFKA", Integer.toString(system.port("Kafka")))));
        Service.ALL.forEach(
                service -> here.put(service.listener().variable(), Integer.toString(system.port(service.name()))));
        var stream = new PrintStream(console, true, UTF_8);
        return Vigie.run(here, InputStream.nullInputStream(), stream, stream, "keys", "rotate", keyset);
    }

    @Test
    void aBusyPortIsToldBeforeAnythingIsStarted() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var environment = environment(Map.of("VIGIE_PORT_METRICS", Integer.toString(busy.getLocalPort())));

            assertThatThrownBy(() -> new Standalone(environment, System.out).start())
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("VIGIE_PORT_METRICS");
        }
        assertThat(directory).isEmptyDirectory();
    }

    private Map<String, String> environment(Map<String, String> more) {
        var environment =
                new HashMap<>(Map.of("VIGIE_DATA", directory.resolve("data").toString()));
        Service.ALL.forEach(service -> environment.put(service.listener().variable(), "0"));
        environment.put("VIGIE_PORT_KAFKA", "0");
        environment.put("VIGIE_PORT_ISSUER", "0");
        environment.putAll(more);
        return environment;
    }

    private static String health(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:" + port + "/actuator/health");
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(UTF_8))
                    .body();
        }
    }
}
