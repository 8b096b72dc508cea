package org.vigie.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "abuse@host.example, abuse@host.example",
        "abuse@host.example., abuse@host.example",
        "Abuse+x@HOST.Example, Abuse+x@host.example",
        "abuse@hébergeur.example, abuse@xn--hbergeur-b1a.example",
        "abuse@xn--hbergeur-b1a.example, abuse@xn--hbergeur-b1a.example",
        "abuse@a-b.c--d.example, abuse@a-b.c--d.example",
        "o'neil/abuse=x@host.example, o'neil/abuse=x@host.example",
        "a-b@host.example, a-b@host.example",
    })
    void isWrittenAsItIsSent(String given, String sent) {
        assertThat(MailAddress.parse(given)).contains(sent);
        assertThat(MailAddress.parse(sent)).contains(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abuse",
                "abuse@",
                "@host.example",
                "abuse@@host.example",
                "abuse@localhost",
                "abuse@localhost.",
                "abuse@-host.example",
                "abuse@host-.example",
                "abuse@a.-host.example",
                "abuse@host..example",
                "abuse@host.example..",
                "abuse@.host.example",
                "abuse@.",
                "abuse@host_name.example",
                "abuse@192.0.2.1",
                "abuse@[192.0.2.1]",
                "abuse@ho%73t.example",
                "abuse@host.example:25",
                "-oQ/tmp/x@host.example",
                ".abuse@host.example",
                "abuse.@host.example",
                "a..b@host.example",
                "\"a b\"@host.example",
                "hébergeur@host.example",
                " abuse@host.example",
                "abuse@host.example\n",
                "abuse@host.example,other@host.example",
                "Abuse <abuse@host.example>",
                "mailto:abuse@host.example?cc=x",
            })
    void isNothingElse(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"64, 60, true", "65, 60, false", "64, 63, true", "64, 64, false"})
    void keepsTheLimitsOfMail(int local, int label, boolean fits) {
        var address = "a".repeat(local) + "@" + "b".repeat(label) + ".example";

        assertThat(MailAddress.parse(address).isPresent()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"254, true", "255, false"})
    void isAtMostSoLong(int length, boolean fits) {
        var address = "a".repeat(64) + "@" + "b".repeat(60) + ".c".repeat(60);
        var longer = address + "d".repeat(length - address.length());

        assertThat(longer).hasSize(length);
        assertThat(MailAddress.parse(longer).isPresent()).isEqualTo(fits);
    }
}
