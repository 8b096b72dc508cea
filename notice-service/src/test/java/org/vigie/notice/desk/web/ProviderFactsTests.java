package org.vigie.notice.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.notice.desk.web.ProviderFacts.Changed;
import org.vigie.notice.neighbours.KnownProvider;

class ProviderFactsTests {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void comesBackFromAFormAsItWas() {
        var facts = ProviderFacts.of(provider("Example\tHost\r\n", null, contact("abuse@host.example", "OK")));

        assertThat(ProviderFacts.read(facts.text().replace("\n", "\r\n"))).isEqualTo(facts);
        assertThat(facts.since(facts)).isEmpty();
    }

    @Test
    void saysWhatIsOtherwiseAndNothingElse() {
        var before = provider("Example", "NL", contact("one@host.example", "OK"), contact("two@host.example", "OK"));
        var now = provider("Example", null, contact("one@host.example", "DEAD"), contact("three@host.example", "OK"));

        assertThat(ProviderFacts.of(now).since(ProviderFacts.of(before)))
                .containsExactly(
                        new Changed("contact", "one@host.example", "OK", "DEAD"),
                        new Changed("contact", "three@host.example", "", "OK"),
                        new Changed("contact", "two@host.example", "OK", ""),
                        new Changed("country", "", "NL", ""));
    }

    @Test
    void whatAFormWasMadeToCarryIsNoMoreThanText() {
        assertThat(ProviderFacts.read("no tab\n\n\tnothing\nother\tb\nname\ta\nname\tb")
                        .facts())
                .containsOnly(Map.entry("name", "a"));
    }

    private static KnownProvider provider(String name, @Nullable String country, KnownProvider.Contact... contacts) {
        return new KnownProvider(
                ID, 7, name, null, "HOST", country, null, null, null, false, null, null, 12, Arrays.asList(contacts));
    }

    private static KnownProvider.Contact contact(String address, String health) {
        return new KnownProvider.Contact(ID, "EMAIL", address, "XARF4", "en", health, "MANUAL", null, null, null);
    }
}
