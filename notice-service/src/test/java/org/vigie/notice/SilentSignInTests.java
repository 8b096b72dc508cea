package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.testing.TestIssuer;

/** The desk behind a proxy with TLS, whose issuer does not answer. */
@TestPropertySource(
        properties = {
            "vigie.data=target/silent-data",
            "vigie.clock-file=target/silent-clock",
            "vigie.desk.url=https://desk.example.org"
        })
@ServiceTest
class SilentSignInTests {

    @LocalServerPort
    private int port;

    @Test
    void whoSignsInHearsThatTheIssuerDoesNotAnswer() {
        TestIssuer.shared().silent(true);
        try {
            var page = new DeskVisitor(port).get("/desk/sign-in");

            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("The issuer does not answer", "href=\"/desk/sign-in\"");
        } finally {
            TestIssuer.shared().silent(false);
        }
    }

    @Test
    void theCookieOfHttpsIsNobodyElses() {
        var set = new DeskVisitor(port).bare("/desk").header("Set-Cookie");

        assertThat(set).startsWith("__Host-vigie=").contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
        assertThat(set).doesNotContain("Domain");
    }

    /** Whatever host the proxy named. */
    @Test
    void theWayToTheIssuerIsAPathOfTheSameHost() {
        assertThat(new DeskVisitor(port).bare("/desk").header("Location")).isEqualTo("/desk/sign-in");
    }
}
