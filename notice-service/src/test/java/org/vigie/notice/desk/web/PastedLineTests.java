package org.vigie.notice.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedLineTests {

    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
    private static final String SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", ", ", " , ", "; ", " | ", "   "})
    void hashesStandBehindTheUrl(String between) {
        var line = read("http://one.test/a" + between + MD5 + between + SHA1);

        assertThat(line.url()).isEqualTo("http://one.test/a");
        assertThat(line.hashes()).containsExactly(MD5, SHA1);
        assertThat(line.isUnclear()).isFalse();
    }

    @Test
    void aHashRightBehindACommaIsUnclear() {
        assertThat(read("http://one.test/a," + MD5).isUnclear()).isTrue();
        assertThat(read("http://one.test/a," + MD5).hashes()).isEmpty();
        assertThat(read(", " + MD5).url()).isEmpty();
    }

    /** Hundreds of times as long as a form takes. */
    @Test
    void aRowOfBlanksIsReadAtOnce() {
        var began = System.nanoTime();

        assertThat(read("http://one.test/a" + " ".repeat(100_000) + "b").hashes())
                .isEmpty();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    private static PastedLine read(String text) {
        return List.copyOf(PastedLine.of(text)).getFirst();
    }
}
