package org.vigie.standalone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.testing.TestIssuer;

class IssuerCheckTests {

    private final IssuerCheck check = new IssuerCheck(Duration.ofSeconds(5));

    @Test
    void anIssuerThatSaysWhereItsKeysAreIsFine() {
        try (var issuer = TestIssuer.start()) {
            assertThat(check.check(issuer.address(), "desk").fine()).isTrue();
            assertThat(check.check(issuer.address() + "/", "").text()).contains("names another issuer");
        }
    }

    @Test
    void oneWithoutKeysIsNamedByItsSetting() {
        try (var issuer = TestIssuer.start()) {
            issuer.hideKeys();
            assertThat(check.check(issuer.address(), ""))
                    .hasToString("MISSING  issuer  VIGIE_ISSUER does not say its jwks_uri");
        }
    }

    @Test
    void aSilentOneIsNamedWithoutItsAddress() {
        try (var issuer = TestIssuer.start()) {
            issuer.silent(true);
            assertThat(check.check(issuer.address(), "").fine()).isFalse();
        }
        var nobody = check.check("http://127.0.0.1:1", "");
        assertThat(nobody.fine()).isFalse();
        assertThat(nobody.text()).startsWith("nobody answers").doesNotContain("127.0.0.1");
    }

    @Test
    void whatNoServiceWouldTakeIsNone() {
        for (var address : new String[] {"http://login.hotline.test", "login.hotline.test", ""}) {
            assertThat(check.check(address, "").text()).isEqualTo("VIGIE_ISSUER is no https address");
        }
    }
}
