package org.vigie.registry.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Role;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;
import org.vigie.testing.MutableClock;

/** Providers are found by whatever a person has at hand. */
class SearchProvidersTests {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final TeachProvider teach =
            new TeachProvider(providers, Samples.current(Samples.SUFFIXES), MutableClock.at(Samples.NOW));
    private final SearchProviders search = new SearchProviders(new EveryProvider(providers));

    @BeforeEach
    void some() {
        taught(
                "Example Hosting",
                new ObjectFact(NetworkObject.Kind.ASN, "64500"),
                new ObjectFact(NetworkObject.Kind.CIDR, "192.0.2.0/24"),
                new ObjectFact(NetworkObject.Kind.DOMAIN_SUFFIX, "hosting.example"));
        taught("Other", new ObjectFact(NetworkObject.Kind.EXACT_HOST, "www.other.example"));
        providers.save(Samples.host("Reached"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ' example HOST',       Example Hosting
            AS64500,               Example Hosting
            as 64500,              Example Hosting
            64500,                 Example Hosting
            192.0.2.0/24,          Example Hosting
            hosting.example,       Example Hosting
            a.b.hosting.example,   Example Hosting
            www.other.example,     Other
            reached.test,          Reached
            abuse@reached.test,    Reached
            """)
    void findsThatOne(String text, String name) {
        assertThat(search.with(text, 50)).extracting(Provider::name).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"nothosting.example", "a.www.other.example", "AS6450", "192.0.2.0", "hed.test"})
    void findsNobodyElse(String text) {
        assertThat(search.with(text, 50)).isEmpty();
    }

    @Test
    void findsByIdAndWhatIsNewAndNoMoreThanAsked() {
        IntStream.range(0, 5).forEach(one -> taught("Same " + one));

        assertThat(search.with("same", 3)).extracting(Provider::name).containsExactly("Same 0", "Same 1", "Same 2");
        UUID id = search.with("other", 1).getFirst().id();
        assertThat(search.with(id.toString(), 1)).hasSize(1);
    }

    private void taught(String name, ObjectFact... objects) {
        teach.teach(
                new ProviderFacts(
                        null, name, null, Role.HOST, null, null, null, null, null, List.of(objects), List.of()),
                null);
    }
}
