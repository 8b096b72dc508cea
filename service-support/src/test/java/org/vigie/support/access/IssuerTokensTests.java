package org.vigie.support.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.vigie.testing.TestIssuer;

class IssuerTokensTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TestIssuer issuer = TestIssuer.start();
    private final IssuerTokens tokens = new IssuerTokens(issuer.address(), TestIssuer.AUDIENCE);

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void readsWhatTheIssuerSigned() {
        assertThat(tokens.read(issuer.token("anna", "analyst")).getSubject()).isEqualTo("anna");
    }

    @Test
    void aSubjectMayBeAsLongAsTheStandardSays() {
        var longest = "a".repeat(255);

        assertThat(tokens.read(issuer.token(longest)).getSubject()).isEqualTo(longest);
    }

    @Test
    void asksForTheKeysOnce() {
        for (var turn = 0; turn < 100; turn++) {
            tokens.read(issuer.token("anna"));
        }

        assertThat(issuer.questions()).as("discovery and keys").isEqualTo(2);
    }

    static Stream<UnaryOperator<JWTClaimsSet.Builder>> notGood() {
        return Stream.of(
                claims -> claims.audience("another"),
                claims -> claims.audience((String) null),
                claims -> claims.issuer("https://another.example"),
                claims -> claims.issuer(null),
                claims -> claims.expirationTime(TestIssuer.in(HOUR.negated())),
                claims -> claims.expirationTime(null),
                claims -> claims.notBeforeTime(TestIssuer.in(HOUR)),
                claims -> claims.claim("cnf", Map.of("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")),
                claims -> claims.claim("cnf", Map.of("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2")),
                claims -> claims.subject(null),
                claims -> claims.subject(" "),
                claims -> claims.subject("an\nna"),
                claims -> claims.subject("a".repeat(256)));
    }

    @ParameterizedTest
    @MethodSource("notGood")
    void refusesATokenThatIsNotGood(UnaryOperator<JWTClaimsSet.Builder> change) {
        var token = issuer.signed(change.apply(issuer.claims("anna", "analyst")).build());

        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesWhatTheIssuerDidNotSign() throws Exception {
        var claims = issuer.claims("anna", "analyst").build();
        var shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        shared.sign(new MACSigner("0123456789012345678901234567890123456789"));

        for (var token : new String[] {
            issuer.forged(claims),
            new PlainJWT(claims).serialize(),
            shared.serialize(),
            issuer.token("anna").substring(0, 60),
            "not.a.token"
        }) {
            assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void takesANewKeyOnceItIsUsedAndAsksNoMoreForKeysThatNobodyHas() {
        tokens.read(issuer.token("anna"));
        issuer.changeKey();

        assertThat(tokens.read(issuer.token("anna")).getSubject()).isEqualTo("anna");
        var asked = issuer.questions();
        for (var turn = 0; turn < 50; turn++) {
            try (var stranger = TestIssuer.start()) {
                var token = stranger.signed(issuer.claims("anna").build());
                assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(BadJwtException.class);
            }
        }
        assertThat(issuer.questions() - asked).isLessThan(3);
    }

    @Test
    void saysThatTheIssuerIsSilentAndDoesNotPressIt() {
        issuer.silent(true);
        var token = issuer.token("anna");
        for (var turn = 0; turn < 20; turn++) {
            assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(IssuerSilent.class);
        }
        assertThat(issuer.questions()).isLessThan(3);
    }

    @Test
    void keepsTheKeysWhileTheIssuerIsSilent() {
        tokens.read(issuer.token("anna"));
        issuer.silent(true);

        assertThat(tokens.read(issuer.token("anna")).getSubject()).isEqualTo("anna");
    }

    @Test
    void isSilentWhereNobodyListens() {
        var nobody = new IssuerTokens("http://127.0.0.1:1", TestIssuer.AUDIENCE);

        assertThatThrownBy(() -> nobody.read(issuer.token("anna"))).isInstanceOf(IssuerSilent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.org,",
        "https://login.example.org, http://login.example.org/keys",
        "https://login.example.org, http://127.0.0.1/keys",
        "https://login.example.org, https://user@login.example.org/keys",
        "https://login.example.org, file:///etc/keys",
        "https://login.example.org, /keys",
        "http://127.0.0.1:8080,",
        "http://127.0.0.1:8080, http://login.example.org/keys"
    })
    void takesNoKeysFromWhereAnybodyCouldGiveThem(String from, @Nullable String keys) {
        assertThatThrownBy(() -> said(from, keys).address("jwks_uri"))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("example");
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.example.org, https://keys.example.org/a?p=sign",
        "http://127.0.0.1:8080, http://localhost:8080/keys",
        "http://127.0.0.1:8080, https://keys.example.org/"
    })
    void takesKeysFromWhereTheIssuerSays(String from, String keys) throws IOException {
        assertThat(said(from, keys).address("jwks_uri")).hasToString(keys);
    }

    private static Discovery.Said said(String from, @Nullable String keys) {
        return new Discovery.Said(from, keys == null ? Map.of() : Map.of("jwks_uri", keys));
    }

    @Test
    void isSilentWithoutAnAddressOfItsKeys() {
        issuer.hideKeys();
        var token = issuer.token("anna");

        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(IssuerSilent.class);
    }

    @Test
    void refusesADiscoveryThatNamesAnotherIssuer() {
        var other = new IssuerTokens(issuer.address() + "/", TestIssuer.AUDIENCE);

        assertThatThrownBy(() -> other.read(issuer.token("anna"))).isInstanceOf(IssuerSilent.class);
    }
}
