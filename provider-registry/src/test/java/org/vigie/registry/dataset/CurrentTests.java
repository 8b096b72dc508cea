package org.vigie.registry.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentTests {

    private static final String GOOD = """
            1.1.1.0,1.1.1.255,13335,a
            8.8.8.0,8.8.8.255,15169,b
            193.0.0.0,193.0.7.255,3333,c
            2606:4700::,2606:4700:ffff:ffff:ffff:ffff:ffff:ffff,13335,a
            """;

    private final Deque<AsTable> newer = new ArrayDeque<>();
    private final Current<AsTable> table = new Current<>(
            AsTable.NONE,
            () -> Optional.ofNullable(newer.poll()),
            AsTableCheck::check,
            edition -> new DataSet("as-table", edition.edition(), edition.size()));

    @Test
    void takesAPlausibleTable() throws IOException {
        newer.add(read(GOOD));

        assertThat(table.get().size()).isEqualTo(4);
        assertThat(table.refused()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13335,a      | 13336,a                          | 1.1.1.1 is of AS13336 here
            1.1.1.0,     | 1.1.1.2,                         | 1.1.1.1 is of AS0 here
            15169,b      | 64512,b                          | IPv4 range 2: AS64512 is reserved
            193.0.0.0,   | 10.0.0.0,10.9.9.9,1,x~193.0.0.0, | 10.0.0.1 is of AS1 here and should be of AS0
            """)
    void refusesATableThatIsNotPlausibleAndKeepsTheOneInUse(String good, String bad, String reason) throws IOException {
        var broken = read(GOOD.replace(good, bad.replace('~', '\n')));

        assertThatExceptionOfType(BrokenDataSet.class)
                .isThrownBy(() -> AsTableCheck.check(broken, AsTable.NONE))
                .withMessageContaining(reason);
        newer.add(broken);
        assertThat(table.get()).isSameAs(AsTable.NONE);
        assertThat(table.refused()).isEqualTo(1);
    }

    @Test
    void keepsThePreviousOneWhenAFifthIsMissing() throws IOException {
        var large =
                read(GOOD.replace("193.0.0.0,", "192.1.0.0,192.1.0.9,3333,c\n192.2.0.0,192.2.0.9,3333,c\n193.0.0.0,"));
        newer.add(large);
        newer.add(read(GOOD));

        assertThat(table.get()).isSameAs(large);
        assertThat(table.get()).isSameAs(large);
        assertThat(table.refused()).isEqualTo(1);
        assertThatExceptionOfType(BrokenDataSet.class)
                .isThrownBy(() -> AsTableCheck.check(read(GOOD), large))
                .withMessageContaining("less than 80 %");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 23_456, 64_496, 65_535, 65_551, 4_200_000_000L, 4_294_967_295L})
    void knowsNumbersThatNobodyMayAnnounceWith(long asn) {
        assertThat(AsTableCheck.isReserved(asn)).isTrue();
    }

    private static AsTable read(String csv) throws IOException {
        return AsTableReader.read(new BufferedReader(new StringReader(csv)), "test");
    }
}
