package org.vigie.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.Role;

class BookTests {

    private static final Cast CAST = Cast.read();

    @Test
    void hasAboutFortyProvidersOfEveryType() {
        assertThat(CAST.providers()).hasSize(41);
        assertThat(CAST.providers())
                .extracting(Provider::type)
                .contains(Role.CONTENT_ADMIN, Role.HOST, Role.CDN, Role.REGISTRAR, Role.UPSTREAM, Role.REGISTRY);
        assertThat(CAST.providers()).extracting(Provider::mail).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, -7})
    void tellsTheSameTalesOfOneSeed(long seed) {
        assertThat(Book.write(seed, CAST)).isEqualTo(Book.write(seed, CAST));
    }

    @Test
    void tellsTheTalesThatAreAskedForAsAmongAllOthers() {
        var some = Book.write(1, CAST, List.of("never", "cloaks-2"));

        assertThat(some)
                .extracting(Tale::reference)
                .containsExactlyInAnyOrder("never-1", "never-2", "never-3", "cloaks-2");
        assertThat(Book.write(1, CAST)).containsAll(some);
    }

    @Test
    void tellsOtherTalesOfAnotherSeed() {
        assertThat(Book.write(1, CAST)).isNotEqualTo(Book.write(2, CAST));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, -7})
    void givesNoTwoTalesTheSameNameAddressOrReference(long seed) {
        var tales = Book.write(seed, CAST);

        assertThat(tales).hasSizeBetween(60, 70);
        assertThat(tales).extracting(Tale::reference).doesNotHaveDuplicates();
        assertThat(tales).extracting(tale -> tale.site().name()).doesNotHaveDuplicates();
        assertThat(tales).extracting(tale -> tale.site().label()).doesNotHaveDuplicates();
        assertThat(tales.stream().flatMap(tale -> tale.site().homes().stream()))
                .doesNotHaveDuplicates()
                .allMatch(address -> address.startsWith("127."));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, -7})
    void leavesEveryTaleTimeToEnd(long seed) {
        var latest = Book.BEGINNING.plus(Book.LENGTH).minus(java.time.Duration.ofDays(18));

        assertThat(Book.write(seed, CAST))
                .allSatisfy(tale ->
                        assertThat(tale.opened()).isAfter(Book.BEGINNING).isBefore(latest));
    }

    @Test
    void namesOnionsThatAreWellFormed() {
        var onions = Book.write(1, CAST).stream()
                .map(tale -> tale.site().name())
                .filter(name -> name.endsWith(".onion"))
                .toList();

        assertThat(onions).hasSize(2).allMatch(name -> name.matches("[a-z2-7]{56}\\.onion"));
    }

    @Test
    void makesTheKnownNameOfAKnownKey() {
        // The name of the Tor Project's own service, whose key is what its first 52 digits say.
        var name = "2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion";

        assertThat(Onion.name(key(name))).isEqualTo(name);
    }

    private static byte[] key(String name) {
        var digits = "abcdefghijklmnopqrstuvwxyz234567";
        var bits = new java.math.BigInteger("0");
        for (var digit : List.of(name.substring(0, 52).split(""))) {
            bits = bits.shiftLeft(5).or(java.math.BigInteger.valueOf(digits.indexOf(digit)));
        }
        var bytes = bits.shiftRight(4).toByteArray();
        var key = new byte[32];
        var from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, key, 32 - (bytes.length - from), bytes.length - from);
        return key;
    }
}
