package org.vigie.notice.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefangedTests {

    @ParameterizedTest
    @CsvSource({
        "https://www.example.test/a.jpg, hxxps://www[.]example[.]test/a.jpg",
        "http://192.0.2.7:8080/?u=http://www.b.test/, hxxp://192[.]0[.]2[.]7:8080/?u=http[:]//www[.]b.test/",
        "http://[2001:db8::7]/x, hxxp://[2001[:]db8[:][:]7]/x",
        "https://example.test, hxxps://example[.]test",
        "https://example.test#a.b, hxxps://example[.]test#a.b"
    })
    void canBeReadAndNotFollowed(String url, String defanged) {
        assertThat(Defanged.url(url)).isEqualTo(defanged);
    }
}
