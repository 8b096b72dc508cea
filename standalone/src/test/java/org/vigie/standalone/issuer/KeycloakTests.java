package org.vigie.standalone.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.standalone.Standalone;

/** A Keycloak of its own distribution: {@code -Dkeycloak=} names where it is unpacked, as the profile does. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(
        named = "keycloak",
        matches = ".+",
        disabledReason = "no Keycloak: ./mvnw -pl standalone -am verify -Pkeycloak unpacks one")
class KeycloakTests implements IssuerContract {

    /** A token of one second, and the minute that is allowed for clocks. */
    private static final Duration EXPIRED = Duration.ofSeconds(75);

    private @Nullable KeycloakProcess keycloak;
    private @Nullable Tried tried;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        var desk = KeycloakProcess.freePort();
        var secret = UUID.randomUUID().toString();
        keycloak = KeycloakProcess.start(Path.of(System.getProperty("keycloak")), desk, secret);
        var environment = new HashMap<String, String>();
        environment.put("VIGIE_DATA", data.toString());
        for (var name : new String[] {"REGISTRY", "CHECKER", "METRICS", "KAFKA"}) {
            environment.put("VIGIE_PORT_" + name, "0");
        }
        environment.put("VIGIE_PORT_NOTICE", Integer.toString(desk));
        environment.put("VIGIE_ISSUER", keycloak.issuer());
        environment.put("VIGIE_ROLES_CLAIM", "resource_access.vigie.roles");
        environment.put("VIGIE_DESK_CLIENT", "desk");
        var vigie = new Standalone(environment, new PrintStream(new ByteArrayOutputStream(), true, UTF_8)).start();
        var passwords = new HashMap<String, String>();
        for (var who : new String[] {"anna", "nobody", "hotline", "robot", "elsewhere", "brief"}) {
            passwords.put(who, secret);
        }
        tried = new Tried(vigie, keycloak.issuer(), environment.get("VIGIE_ROLES_CLAIM"), Map.copyOf(passwords));
    }

    @AfterAll
    void stop() {
        if (tried != null) {
            tried.vigie().close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Override
    public Tried tried() {
        return Objects.requireNonNull(tried);
    }

    @Test
    void aClientWithoutTheAudienceMapperOpensNothing() {
        var answer = new Tokens(tried()).ofProgram("elsewhere");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(counts(answer.text("access_token"))).isEqualTo(401);
    }

    @Test
    void anExpiredTokenOpensNothing() {
        var token = new Tokens(tried()).ofProgram("brief").text("access_token");

        assertThat(counts(token)).isEqualTo(200);
        await().pollInterval(Duration.ofSeconds(2)).atMost(EXPIRED).until(() -> counts(token) == 401);
    }
}
