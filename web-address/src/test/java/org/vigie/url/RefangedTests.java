package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.url.Urls.url;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefangedTests {

    @ParameterizedTest
    @CsvSource({
        "hxxp://example[.]com/, http://example.com/",
        "hXXps://www(.)example(dot)com/a, https://www.example.com/a",
        "h**p://example.com/, http://example.com/",
        "http[:]//example{.}com, http://example.com",
        "hxxp[://]example[.]com/, http://example.com/",
        "'  hxxp://example [dot] com:81?x[.]y', http://example.com:81?x[.]y",
        "'http://example[.]com/a[.]b', http://example.com/a[.]b",
        "'hxxp://[2001:db8::1]/', 'http://[2001:db8::1]/'",
    })
    void undoesWhatPeopleDoToUrls(String submitted, String text) {
        assertThat(Refanged.of(submitted)).isEqualTo(new Refanged(text, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a[.]b",
                "HTTP://Example.com/",
                " http://example.com/ ",
                "http://[::1]/",
                "example[.]com",
                "javascript:hxxp://example[.]com",
                ""
            })
    void leavesOthersAsTheyAre(String submitted) {
        assertThat(Refanged.of(submitted)).isEqualTo(new Refanged(submitted, false));
    }

    @Test
    void readsBackWhatWasDefanged() {
        var url = url("https://a.example.com:8443/x.y?z=[.]#f");

        assertThat(Defanged.of(url)).isEqualTo("hxxps://a[.]example[.]com:8443/x.y?z=[.]#f");
        assertThat(url(Refanged.of(Defanged.of(url)).text())).isEqualTo(url);
    }
}
