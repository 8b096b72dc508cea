package org.vigie.standalone.deploy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.testing.TestIssuer;

class DeployCheckTests {

    private static final int CONTAINERS_USER = 10_001;
    private static final Path COMPOSE = Path.of("../deploy/compose");

    @TempDir
    private Path directory;

    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private final Map<String, String> values = new TreeMap<>();
    private final List<HttpServer> pages = new ArrayList<>();
    private ServerSocket relay;
    private InstantSource clock = InstantSource.system();
    private List<Integer> ports = List.of();
    private long leastDisk;

    @BeforeEach
    void everythingIsThere() throws IOException {
        for (int host = 1; host <= 3; host++) {
            pages.add(server("127.0.0." + host));
        }
        relay = new ServerSocket(0, 10, loopback);
        Thread.ofVirtual().start(this::greet);
        for (var name : List.of("compose.yaml", "env.example")) {
            Files.copy(COMPOSE.resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        var keys = directory.resolve("keys");
        EvaluationKeys.makeMissing(
                keys, List.of("notice-service", "provider-registry", "availability-checker", "metrics-service"));
        Files.delete(keys.resolve("MADE-FOR-EVALUATION"));
        values.put("VIGIE_KEYS", keys.toString());
        for (var name : List.of(
                "KAFKA_ADMIN", "KAFKA_PRODUCERS", "KAFKA_NOTICE", "KAFKA_REGISTRY", "KAFKA_CHECKER", "KAFKA_METRICS")) {
            values.put("VIGIE_" + name, name.replace("_", "") + "0123456789abcdefghij");
        }
        values.put("VIGIE_ISSUER", TestIssuer.shared().address());
        values.put("VIGIE_SMTP", "127.0.0.1:" + relay.getLocalPort());
        values.put("VIGIE_SENDER", "Hotline <notices@hotline.test>");
        values.put("VIGIE_CHECKER_CANARIES", canary(0, "") + ", " + canary(1, "") + "," + canary(2, ""));
    }

    @AfterEach
    void stop() throws IOException {
        pages.forEach(server -> server.stop(0));
        relay.close();
    }

    @Test
    void nothingIsMissingWhereEverythingIsThere() throws IOException {
        ownedByTheContainers();

        assertThat(check()).isEmpty();
    }

    @Test
    void whatComposeDemandsIsNamedWithWhatItIsFor() throws IOException {
        values.put("VIGIE_SENDER", "");
        values.remove("VIGIE_KAFKA_NOTICE");

        assertThat(check())
                .contains("values  VIGIE_SENDER: Organisation <notices@example.org>")
                .contains("values  VIGIE_KAFKA_NOTICE: a long random text");
    }

    /** Compose stops at an empty one; another's would be asked for its keys. */
    @Test
    void theExampleNamesNobodysIssuer() throws IOException {
        assertThat(Files.readAllLines(COMPOSE.resolve("env.example"))).contains("VIGIE_ISSUER=");
    }

    @Test
    void whatWasLeftAsInTheExampleIsNamed() throws IOException {
        values.put("VIGIE_SENDER", "Organisation <notices@example.org>");

        assertThat(check()).contains("values  VIGIE_SENDER is still that of env.example");
    }

    @Test
    void weakAndSharedSecretsAreNamedAndNeverShown() throws IOException {
        values.put("VIGIE_KAFKA_ADMIN", "short-planted");
        values.put("VIGIE_KAFKA_NOTICE", "planted0123456789abcdefghij");
        values.put("VIGIE_KAFKA_REGISTRY", "planted0123456789abcdefghij");

        assertThat(check())
                .contains("values  VIGIE_KAFKA_ADMIN: 20 or more letters and digits")
                .contains("values  VIGIE_KAFKA_REGISTRY is the same as another's")
                .noneMatch(line -> line.contains("planted"));
    }

    @Test
    void everyKeysetThatCannotBeUsedIsNamed() throws IOException {
        ownedByTheContainers();
        var keys = Path.of(values.get("VIGIE_KEYS"));
        Files.delete(keys.resolve("index.json"));
        Files.writeString(keys.resolve("location.json"), "{}");
        Files.writeString(keys.resolve("MADE-FOR-EVALUATION"), "");

        assertThat(check())
                .containsExactlyInAnyOrder(
                        "keys    they were made by an evaluation (MADE-FOR-EVALUATION lies beside them)",
                        "keys    index.json is not there",
                        "keys    location.json cannot be opened");
    }

    @Test
    void aKeysetThatOthersMayReadIsNamed() throws IOException {
        ownedByTheContainers();
        var file = Path.of(values.get("VIGIE_KEYS")).resolve("index.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setAttribute(file, "unix:uid", CONTAINERS_USER + 1);

        assertThat(check())
                .containsExactly(
                        "keys    index.json does not belong to user 10001", "keys    index.json can be read by others");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1:1 | nobody answers at VIGIE_SMTP
            relay       | VIGIE_SMTP is no host:port
            127.0.0.1:x | VIGIE_SMTP is no host:port
            """)
    void aRelayThatCannotBeUsedIsSaid(String smtp, String said) throws IOException {
        values.put("VIGIE_SMTP", smtp);

        assertThat(check()).contains("relay   " + said);
    }

    @Test
    void whatIsNoMailRelayIsSaid() throws IOException {
        values.put("VIGIE_SMTP", "127.0.0.1:" + pages.getFirst().getAddress().getPort());

        assertThat(check()).anyMatch(line -> line.startsWith("relay   "));
    }

    @Test
    void canariesThatAreGoneHaveNoNameOrAreTooFewAreSaid() throws IOException {
        values.put("VIGIE_CHECKER_CANARIES", canary(0, "gone") + ",http://no-such-host.invalid/");

        assertThat(check())
                .contains("pages   VIGIE_CHECKER_CANARIES: 3 hosts or more")
                .contains("pages   0 of 2 canaries that can be fetched")
                .contains("dns     1 of 2 names that resolve");
    }

    @Test
    void aClockThatIsWrongIsSaid() throws IOException {
        clock = () -> Instant.now().plus(Duration.ofMinutes(3));

        assertThat(check()).anyMatch(line -> line.matches("clock   1[78][0-9] s from that of the canaries' servers"));
    }

    @Test
    void aPortThatIsTakenIsSaid() throws IOException {
        ports = List.of(relay.getLocalPort());

        assertThat(check()).contains("ports   taken on 127.0.0.1: " + relay.getLocalPort());
    }

    /** Of all that compose.yaml publishes, none is forgotten. */
    @Test
    void thePortsAreThoseOfCompose() throws IOException {
        var published = Pattern.compile("127\\.0\\.0\\.1:(\\d+):")
                .matcher(Files.readString(COMPOSE.resolve("compose.yaml")))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();

        assertThat(DeployCheck.PORTS).containsExactlyInAnyOrderElementsOf(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIGIE_DESK_SECRETFILE", "VIGIE_ALERTS_URLFILE"})
    void aFileThatIsNotThereIsSaid(String name) throws IOException {
        values.put(name, directory.resolve("not-there").toString());

        assertThat(check()).contains("values  " + name + " names no file");
    }

    @Test
    void aDiskThatIsTooSmallIsSaid() throws IOException {
        leastDisk = Long.MAX_VALUE;

        assertThat(check()).anyMatch(line -> line.matches("disk    \\d+ GiB free, \\d+ wanted"));
    }

    @Test
    void anIssuerThatDoesNotAnswerIsSaid() throws IOException {
        values.put("VIGIE_ISSUER", "http://127.0.0.1:1");

        assertThat(check()).contains("issuer  nobody answers at VIGIE_ISSUER, or not as an issuer does");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://desk.hotline.test"})
    void aDeskWithoutAnAddressForPeopleIsSaid(String address) throws IOException {
        values.put("VIGIE_DESK_CLIENT", "desk");
        values.put("VIGIE_DESK_URL", address);

        assertThat(check()).contains("issuer  VIGIE_DESK_CLIENT needs VIGIE_DESK_URL, with https");
    }

    /** What is missing. */
    private List<String> check() throws IOException {
        var output = new ByteArrayOutputStream();
        var complete = DeployCheck.of(clock, ports, leastDisk).run(written(), new PrintStream(output, true, UTF_8));
        var missing = output.toString(UTF_8)
                .lines()
                .filter(line -> line.startsWith("MISSING"))
                .toList();
        assertThat(complete).isEqualTo(missing.isEmpty());
        return missing.stream()
                .map(line -> line.substring("MISSING  ".length()))
                .toList();
    }

    private Path written() throws IOException {
        return Files.write(
                directory.resolve(".env"),
                values.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
    }

    private String canary(int host, String path) {
        return "http:/%s/%s".formatted(pages.get(host).getAddress(), path);
    }

    private static HttpServer server(String address) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 10);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/gone") ? 410 : 200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Only root can give a file away. */
    private void ownedByTheContainers() throws IOException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        try (var files = Files.list(Path.of(values.get("VIGIE_KEYS")))) {
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", CONTAINERS_USER);
            }
        }
    }

    private void greet() {
        while (true) {
            try (var socket = relay.accept()) {
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                var out = socket.getOutputStream();
                out.write("220 relay.test ESMTP\r\n".getBytes(US_ASCII));
                in.readLine();
                out.write("250-relay.test\r\n250 STARTTLS\r\n".getBytes(US_ASCII));
                in.readLine();
            } catch (IOException _) {
                return;
            }
        }
    }
}
