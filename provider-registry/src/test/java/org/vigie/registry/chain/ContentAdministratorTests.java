package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.Role;
import org.vigie.registry.provider.Samples;

/** Which rule names the content administrator. */
class ContentAdministratorTests {

    private final Resolving resolving = new Resolving();

    @ParameterizedTest
    @CsvSource({
        "http://img.host.example.com/users/x/1.jpg, Users URL_PREFIX",
        "https://img.host.example.com:8443/users, Users URL_PREFIX",
        "http://img.host.example.com./%75sers/x, Users URL_PREFIX",
        "http://img.host.example.com/users/deep/x, Deep URL_PREFIX",
        "http://img.host.example.com/usersx, Exact EXACT_HOST",
        "http://img.host.example.com/Users/x, Exact EXACT_HOST",
        "http://img.host.example.com/other, Exact EXACT_HOST",
        "http://a.img.host.example.com/users/x, Longest DOMAIN_SUFFIX",
        "http://host.example.com/users/x, Suffix DOMAIN_SUFFIX",
    })
    void isNamedByTheLongestPartOfTheSiteThenTheHostThenTheLongestSuffix(String url, String hop) {
        resolving.taught(
                Samples.provider(Role.CONTENT_ADMIN, "Users", "^img.host.example.com/users/"),
                Samples.provider(Role.CONTENT_ADMIN, "Deep", "^img.host.example.com/users/deep"),
                Samples.provider(Role.CONTENT_ADMIN, "Exact", "=img.host.example.com"),
                Samples.provider(Role.CONTENT_ADMIN, "Longest", "img.host.example.com"),
                Samples.provider(Role.CONTENT_ADMIN, "Suffix", "host.example.com"));

        assertThat(resolving.hops(resolving.chain(url, Resolving.NOT_ASKED))).containsExactly("CONTENT_ADMIN " + hop);
    }

    @Test
    void isTheRegistrableDomainsWhereNothingLongerIsKnown() {
        resolving.taught(Samples.provider(Role.CONTENT_ADMIN, "Domain", "host.co.uk"));

        assertThat(hops("http://a.b.host.co.uk/x")).containsExactly("CONTENT_ADMIN Domain DOMAIN_SUFFIX");
        assertThat(hops("http://other.co.uk/x")).isEmpty();
    }

    @Test
    void isTheOperatorOfAPrivateSuffixAndNotItsTenant() {
        resolving.taught(Samples.provider(Role.CONTENT_ADMIN, "Adobe"));

        var chain = resolving.chain("http://tenant.aem.live/x", Resolving.NOT_ASKED);

        assertThat(resolving.hops(chain)).containsExactly("CONTENT_ADMIN Adobe PRIVATE_SUFFIX_OPERATOR");
        assertThat(chain.hops().getFirst().dataSet()).isEqualTo("public-suffix-list");
        assertThat(chain.shared()).isTrue();
        assertThat(chain.platform()).isEqualTo("Adobe");
    }

    @Test
    void isKnownToBeSomebodyBelowAPrivateSuffixWhoseOperatorNobodyTaught() {
        var chain = resolving.chain("http://tenant.aem.live/x", Resolving.NOT_ASKED);

        assertThat(resolving.hops(chain)).containsExactly("CONTENT_ADMIN ? NO_PROVIDER_FOR_PLATFORM");
        assertThat(chain.platform()).isEqualTo("Adobe");
    }

    @Test
    void isTheRulesProviderEvenBelowAPrivateSuffix() {
        resolving.taught(
                Samples.provider(Role.CONTENT_ADMIN, "Adobe"),
                Samples.provider(Role.CONTENT_ADMIN, "Live", "aem.live"));

        assertThat(hops("http://tenant.aem.live/x")).containsExactly("CONTENT_ADMIN Live DOMAIN_SUFFIX");
    }

    @Test
    void isNobodyBelowASuffixThatADeliveryNetworkHandsOut() {
        resolving.taught(Samples.provider(Role.CDN, "Front", "cloudfront.net"));

        assertThat(hops("http://d111.cloudfront.net/x")).containsExactly("CDN Front DOMAIN_SUFFIX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://own.example.net/", "http://foo.unlistedtld/", "http://com/", "http://www.ck/"})
    void isNeverTheSitesOwnUnlistedOperator(String url) {
        assertThat(hops(url)).isEmpty();
    }

    @Test
    void isAPlatformsOnTheSuffixItself() {
        assertThat(hops("http://github.io/")).containsExactly("CONTENT_ADMIN ? NO_PROVIDER_FOR_PLATFORM");
    }

    private List<String> hops(String url) {
        return resolving.hops(resolving.chain(url, Resolving.NOT_ASKED));
    }
}
