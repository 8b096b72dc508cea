package org.vigie.notice.inbound.dkim;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.notice.inbound.MailSignatures.Valid;
import org.vigie.support.dns.AddressFamily;
import org.vigie.support.dns.DnsAnswer;
import org.vigie.support.dns.Resolver;

/** Signatures of software that others wrote, as {@code dkim/README.md} lists them. */
class JdkimSignaturesTests {

    /** A zone that can be away. */
    private static final class Zone implements Resolver {

        private final List<String> asked = new ArrayList<>();
        private boolean away;

        @Override
        public DnsAnswer ask(String host, AddressFamily family) {
            return new DnsAnswer.NoSuchName();
        }

        @Override
        public List<String> nameServers(String domain) {
            return List.of();
        }

        @Override
        public List<String> texts(String name) {
            asked.add(name);
            return away
                    ? List.of()
                    : resource("keys.txt")
                            .lines()
                            .filter(line -> line.startsWith(name + " "))
                            .map(line -> line.substring(name.length() + 1))
                            .toList();
        }
    }

    private final Zone zone = new Zone();
    private final JdkimSignatures signatures = new JdkimSignatures(() -> zone);

    @ParameterizedTest
    @ValueSource(strings = {"dkimpy-relaxed", "dkimpy-simple", "mail-dkim"})
    void whatOthersSignedIsValid(String name) {
        assertThat(valid(mail(name)))
                .singleElement()
                .satisfies(
                        signature -> assertThat(signature.headers()).contains("from", "to", "subject", "in-reply-to"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dkimpy-length", "dkimpy-short-key", "dkimpy-sha1", "opendkim-sha1"})
    void whatIsTooWeakIsNot(String name) {
        assertThat(valid(mail(name))).isEmpty();
    }

    static Stream<UnaryOperator<String>> changes() {
        return Stream.of(
                mail -> mail.replace("NOT_OURS", "ACTIONED"),
                mail -> mail.replace("00000001/1]", "00000002/1]"),
                mail -> mail.replace("<abuse@", "<other@"),
                mail -> mail.replace("d=provider.test", "d=other.test"),
                mail -> mail.replaceFirst("b=[A-Za-z0-9]{4}", "b=AAAA"),
                mail -> mail.replaceFirst("h=[^;]*;", "h=;"),
                mail -> mail.replaceFirst("(?s)^DKIM-Signature: ", "DKIM-Signature: garbage "));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWasChangedIsNot(UnaryOperator<String> change) {
        assertThat(valid(change.apply(mail("dkimpy-relaxed")))).isEmpty();
    }

    @Test
    void oneThatIsBrokenSpoilsNoOther() {
        var mail = mail("dkimpy-relaxed");
        var broken = mail.substring(0, mail.indexOf("From:")).replaceFirst("bh=.", "bh=/");

        assertThat(valid(broken + mail)).hasSize(1);
    }

    @Test
    void whileDnsIsAwayNothingIs() {
        zone.away = true;

        assertThat(valid(mail("dkimpy-relaxed"))).isEmpty();
    }

    @Test
    void noKeyOfAnotherDomainIsAskedFor() {
        assertThat(signatures.of(bytes(mail("dkimpy-relaxed")), "hotline.example"::equals))
                .isEmpty();
        assertThat(zone.asked).isEmpty();
    }

    private java.util.Set<Valid> valid(String mail) {
        return signatures.of(bytes(mail), domain -> true);
    }

    private static byte[] bytes(String mail) {
        return mail.replace("\n", "\r\n").getBytes(US_ASCII);
    }

    private static String mail(String name) {
        return resource(name + ".eml");
    }

    private static String resource(String name) {
        try (var file = JdkimSignaturesTests.class.getResourceAsStream("/dkim/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), US_ASCII);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
