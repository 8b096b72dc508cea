package org.vigie.standalone.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A Keycloak from its distribution, on loopback, with the realm in src/test/keycloak and nothing kept on disk. */
final class KeycloakProcess implements AutoCloseable {

    private static final Path REALM = Path.of("src/test/keycloak/vigie.json");
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Process process;
    private final String issuer;

    private KeycloakProcess(Process process, String issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /**
     * Starts it and returns once it answers.
     *
     * @param home of the unpacked distribution
     * @param desk port of the desk, to which people are sent back
     * @param secret of everybody in it
     */
    static KeycloakProcess start(Path home, int desk, String secret) throws IOException {
        var realms = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(
                realms.resolve("vigie.json"),
                Files.readString(REALM).replace("PORT", Integer.toString(desk)).replace("SECRET", secret));
        var port = freePort();
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        var keycloak = new KeycloakProcess(builder.start(), "http://127.0.0.1:%d/realms/vigie".formatted(port));
        try {
            await().pollInterval(Duration.ofMillis(500)).atMost(LONGEST_START).until(keycloak::answers);
        } catch (RuntimeException e) {
            keycloak.close();
            throw e;
        }
        return keycloak;
    }

    String issuer() {
        return issuer;
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended by itself");
        }
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(issuer)).build();
            return client.send(request, BodyHandlers.ofString(UTF_8)).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Any port that is free now. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The script hands over to Java in the same process, or waits for it as its child. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
