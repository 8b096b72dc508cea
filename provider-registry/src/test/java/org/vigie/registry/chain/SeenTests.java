package org.vigie.registry.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SeenTests {

    private static final Seen THEN = seen(Seen.FOUND, List.of("5.6.7.8"), List.of(), List.of(64499L));

    @Test
    void saysNothingWhereNothingChanged() {
        assertThat(THEN.changesTo(seen(Seen.FOUND, List.of("5.6.7.8"), List.of(), List.of(64499L))))
                .isEmpty();
    }

    @Test
    void tellsWhatChanged() {
        assertThat(THEN.changesTo(seen(Seen.FOUND, List.of("6.6.6.6"), List.of("x.cdn.test"), List.of(64498L))))
                .containsExactly("DNS_ADDRESS_CHANGED", "DNS_ALIAS_CHANGED", "AS_CHANGED");
    }

    @Test
    void tellsThatTheNameIsGoneAndNotThatItsAddressChanged() {
        assertThat(THEN.changesTo(seen("NAME_NOT_FOUND", List.of(), List.of(), List.of())))
                .containsExactly("DNS_NAME_GONE");
    }

    @Test
    void takesSilenceForNoChange() {
        assertThat(THEN.changesTo(Seen.NOTHING)).isEmpty();
        assertThat(Seen.NOTHING.changesTo(THEN)).isEmpty();
    }

    @Test
    void writesItsAddressesAsPeopleDoIpv4First() {
        var seen = seen(Seen.FOUND, List.of("2001:db8:0:0:0:0:0:7", "198.51.100.7", "10.0.0.1"), List.of(), List.of());

        assertThat(seen.addressTexts()).containsExactly("10.0.0.1", "198.51.100.7", "2001:db8::7");
        assertThat(Seen.NOTHING.addressTexts()).isEmpty();
    }

    private static Seen seen(String state, List<String> addresses, List<String> aliases, List<Long> systems) {
        return new Seen(
                state, new TreeSet<>(addresses), new TreeSet<>(aliases), new TreeSet<>(systems), new TreeSet<>());
    }
}
