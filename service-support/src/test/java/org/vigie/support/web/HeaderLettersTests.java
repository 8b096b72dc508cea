package org.vigie.support.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.support.validation.InvalidField;

/** A name keeps its letters, however a client writes them; the server hands bytes over as ISO-8859-1. */
class HeaderLettersTests {

    private static final String NAME = "Vigie-Operator";

    @ParameterizedTest
    @ValueSource(strings = {"Anna Example", "Élodie Müller", "Łukasz Żółć", "Ολυμπία", "山田 花子", "É", "𠮷野"})
    void utf8AsCurlSendsIt(String name) {
        assertThat(HeaderArguments.read(new String(name.getBytes(UTF_8), ISO_8859_1), NAME))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Élodie Müller", "Hélène", "Ñandú"})
    void latin1AsPythonRequestsSendsIt(String name) {
        assertThat(HeaderArguments.read(name, NAME)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8''%C5%81ukasz%20%C5%BB%C3%B3%C5%82%C4%87, Łukasz Żółć",
        "utf-8'pl'%c5%81ukasz, Łukasz",
        "UTF-8''Anna, Anna",
        "100%, 100%",
        "UTF-8'' 100%, UTF-8'' 100%"
    })
    void percentEncodedAsBrowsersCan(String sent, String name) {
        assertThat(HeaderArguments.read(sent, NAME)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8''", "UTF-8''%20", "UTF-8''a%0D%0AX-Evil", "UTF-8''a%00", "  "})
    void controlsAndNothingAreRefusedHoweverWritten(String sent) {
        assertThatThrownBy(() -> HeaderArguments.read(sent, NAME)).isInstanceOf(InvalidField.class);
    }

    @Test
    void lettersAreCountedNotBytes() {
        var longest = "é".repeat(200);
        assertThat(HeaderArguments.read(new String(longest.getBytes(UTF_8), ISO_8859_1), NAME))
                .isEqualTo(longest);
        assertThatThrownBy(() -> HeaderArguments.read("é".repeat(201), NAME)).isInstanceOf(InvalidField.class);
    }
}
