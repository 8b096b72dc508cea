package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one service stores as a form's address, the other writes notices to. */
class HttpsAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://provider.example, https://provider.example/",
        "https://provider.example/a?b=c|d^e#f, https://provider.example/a?b=c|d^e#f",
        "https://provider.example/{a}?b={c}, https://provider.example/%7Ba%7D?b={c}",
        "HTTPS://Hébergeur.example/é, https://xn--hbergeur-b1a.example/%C3%A9",
    })
    void whatIsReadCanBeWrittenTo(String given, String read) {
        assertThat(HttpsAddress.parse(given)).contains(read);
        assertThat(HttpsAddress.is(read)).isTrue();
    }

    @Test
    void isAsLongAsAUrlMayBe() {
        var address = "https://provider.example/?" + "a".repeat(WebUrl.MAX_LENGTH - 26);

        assertThat(HttpsAddress.parse(address)).contains(address);
        assertThat(HttpsAddress.is(address)).isTrue();
        assertThat(HttpsAddress.is(address + "a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://provider.example/",
                "https://a@provider.example/",
                "https://",
                "https://provider.example/?a=\\b",
                "abuse@provider.example",
                "mailto:abuse@provider.example",
            })
    void isNothingElse(String given) {
        assertThat(HttpsAddress.parse(given)).isEmpty();
        assertThat(HttpsAddress.is(given)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://provider.example/\r\nBcc: x", " https://provider.example/", "https://provider.example/é"
            })
    void isNotWrittenBeforeItIsRead(String given) {
        assertThat(HttpsAddress.is(given)).isFalse();
    }
}
