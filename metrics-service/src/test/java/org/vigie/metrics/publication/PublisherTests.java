package org.vigie.metrics.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The publisher is by default the sender of notices, and is read by the same rules. */
class PublisherTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Example hotline <contact@example.org>          | Example hotline | contact@example.org        | mailto:contact@example.org
            "Example hotline" <contact@Example.org.>       | Example hotline | contact@example.org        | mailto:contact@example.org
            Ligne <contact@hébergeur.example>              | Ligne           | contact@xn--hbergeur-b1a.example | mailto:contact@xn--hbergeur-b1a.example
            Ligne <https://hotline.example/contact>        | Ligne           | https://hotline.example/contact | https://hotline.example/contact
            """)
    void isReadAsTheSenderOfNoticesIs(String written, String name, String contact, String link) {
        var publisher = Publisher.parse(written);

        assertThat(publisher).isEqualTo(new Publisher(name, contact));
        assertThat(publisher.link()).isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Example hotline",
                "contact@example.org",
                "<contact@example.org>",
                "\"\" <contact@example.org>",
                "Example <contact>",
                "Example <contact@localhost>",
                "Example <contact@-p6.example>",
                "Example <a@example.org,b@example.org>",
                "Example <http://example.org/>",
                "Example <https://me:secret@example.org/>",
                "Example <javascript:alert(1)@example.org>",
            })
    void isNothingElse(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Publisher.parse(written));
    }
}
