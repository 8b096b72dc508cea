package org.vigie.support.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.vigie.support.Person;
import org.vigie.testing.TestIssuer;

class PrincipalsTests {

    private final TestIssuer issuer = TestIssuer.start();

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void rolesStandWhereTheSettingSays() {
        var keycloak = issuer.claims("anna")
                .claim("roles", null)
                .claim("realm_access", Map.of("roles", List.of("analyst", "offline_access")));
        var words = issuer.claims("anna").claim("roles", null).claim("scope", "openid auditor approver");
        var auth0 =
                issuer.claims("anna").claim("roles", null).claim("https://hotline.example/roles", List.of("operator"));

        assertThat(roles("roles", issuer.claims("anna", "operator", "unheard-of")))
                .containsExactly("operator");
        assertThat(roles("realm_access.roles", keycloak)).containsExactly("analyst");
        assertThat(roles("scope", words)).containsExactlyInAnyOrder("auditor", "approver");
        assertThat(roles("https://hotline.example/roles", auth0)).containsExactly("operator");
        assertThat(roles("roles", words)).isEmpty();
        assertThat(roles("realm_access.roles", words)).isEmpty();
        assertThat(roles("roles", issuer.claims("anna").claim("roles", 7))).isEmpty();
    }

    @Test
    void isCalledByItsNameAndToldApartByItsSubject() {
        var person = person(issuer.claims("8f14").claim("name", "Anna\u0000 <root https://other>"));
        var nameless = person(issuer.claims("8f14").claim("name", null).claim("preferred_username", "anna"));

        assertThat(person).isEqualTo(new Person("Anna root https://other", issuer.address() + " 8f14"));
        assertThat(Person.read(person.text())).isEqualTo(person);
        assertThat(nameless.name()).isEqualTo("anna");
        assertThat(Person.same(person.text(), nameless.text())).isTrue();
        assertThat(Person.same(person.text(), person(issuer.claims("8f15")).text()))
                .isFalse();
    }

    @Test
    void hasANameThatCanBeSeen() {
        assertThat(person(issuer.claims("8f14").claim("name", "\u202EA\u200Bn\u2028n\u2029a\uFEFF"))
                        .name())
                .isEqualTo("Anna");
        assertThat(person(issuer.claims("8f14").claim("name", "\u200B\u2066")).name())
                .isEqualTo("8f14");
        assertThat(person(issuer.claims("8f14").claim("name", "<>")).name()).isEqualTo("8f14");
    }

    @Test
    void whoHasAPartnersRoleIsThatPartnerAndNothingMore() {
        var known =
                known("roles", issuer.claims("8f14", "partner:read", "analyst").claim("client_id", "hotline-x"));

        assertThat(Caller.of(known)).contains(new Partner("hotline-x"));
        assertThat(known.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("partner:read");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a b", "-", "https://hotline.example", "a\n", Partner.ICCAM})
    void aPartnersRoleIsNothingWithoutAPartner(@Nullable String id) {
        var known =
                known("roles", issuer.claims("8f14", "partner:read", "analyst").claim("client_id", id));

        assertThat(known.getAuthorities()).isEmpty();
    }

    private List<String> roles(String claim, JWTClaimsSet.Builder claims) {
        return known(claim, claims).getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    private Person person(JWTClaimsSet.Builder claims) {
        return Caller.of(known("roles", claims))
                .map(Caller.Principal.class::cast)
                .orElseThrow()
                .person();
    }

    private Authentication known(String rolesClaim, JWTClaimsSet.Builder claims) {
        return new Principals(new IssuerTokens(issuer.address(), TestIssuer.AUDIENCE), rolesClaim, "client_id")
                .authenticate(new BearerTokenAuthenticationToken(issuer.signed(claims.build())));
    }
}
