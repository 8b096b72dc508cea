package org.vigie.registry.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.Role;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.registry.provider.NetworkObject.Kind;
import org.vigie.registry.provider.ProviderFacts.ContactFact;
import org.vigie.registry.provider.ProviderFacts.ObjectFact;

class ProviderFactoryTests {

    private final ProviderFactory factory = new ProviderFactory(Samples.SUFFIXES);

    @ParameterizedTest
    @CsvSource({
        "CIDR, 192.0.2.0/24, 192.0.2.0/24",
        "CIDR, 2001:db8::/32, 2001:db8::/32",
        "ASN, AS64500, 64500",
        "ASN, 4200000000, 4200000000",
        "EXACT_HOST, IMG.Example.com., img.example.com",
        "EXACT_HOST, faß.de, xn--fa-hia.de",
        "DOMAIN_SUFFIX, Example.CO.uk, example.co.uk",
        "DOMAIN_SUFFIX, github.io, github.io",
        "REGISTRAR_IANA_ID, 292, 292"
    })
    void givesTheCanonicalFormOfANetworkObject(Kind kind, String value, String canonical) {
        assertThat(make(facts("Example", List.of(new ObjectFact(kind, value)), List.of()))
                        .networkObjects())
                .singleElement()
                .extracting(NetworkObject::value)
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "CIDR, 192.0.2.1/24",
        "CIDR, 192.0.2.0/33",
        "CIDR, 0300.0.2.0/24",
        "CIDR, example.com",
        "ASN, 0",
        "ASN, 4294967295",
        "ASN, 99999999999",
        "ASN, AS-SET",
        "EXACT_HOST, a b.example",
        "EXACT_HOST, http://example.com/",
        "EXACT_HOST, %65xample.com",
        "DOMAIN_SUFFIX, com",
        "DOMAIN_SUFFIX, co.uk",
        "DOMAIN_SUFFIX, onion",
        "DOMAIN_SUFFIX, 192.0.2.1",
        "DOMAIN_SUFFIX, *.example.com",
        "REGISTRAR_IANA_ID, 12x"
    })
    void refusesWhatIsNotOfTheKind(Kind kind, String value) {
        assertThatExceptionOfType(UnusableFact.class)
                .isThrownBy(() -> make(facts("Example", List.of(new ObjectFact(kind, value)), List.of())))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("network_objects/0/value");
                    assertThat(refused.getMessage()).doesNotContain(value);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.test, b@x.test",
                "Abuse <a@x.test>",
                "a@x.test\r\nBcc: b@x.test",
                "a@@x.test",
                "@x.test",
                "a@",
                "a..b@x.test",
                ".a@x.test",
                "\"a b\"@x.test",
                "a@[192.0.2.1]",
                "a@192.0.2.1",
                "mailto:a@x.test?cc=b",
                "a@x..test",
                "REDACTED FOR PRIVACY",
                "abuse@-p6.example",
                "-oQ/tmp/x@x.test"
            })
    void refusesWhatIsNotExactlyOneMailAddress(String address) {
        var contact = new ContactFact(Channel.EMAIL, address, Format.TEXT, "en", null, null);

        assertThatExceptionOfType(UnusableFact.class)
                .isThrownBy(() -> make(facts("Example", List.of(), List.of(contact))))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("contacts/0/address");
                    assertThat(refused.getMessage()).doesNotContain(address);
                });
    }

    @Test
    void keepsAnAddressAsItIsWrittenToAndOnce() {
        var spellings = List.of("abuse@x.test.", "abuse@x.test", "abuse@X.Test");
        var contacts = spellings.stream()
                .map(address -> new ContactFact(Channel.EMAIL, address, Format.TEXT, "en", null, null))
                .toList();

        assertThat(make(facts("Example", List.of(), contacts)).contacts())
                .singleElement()
                .extracting(Contact::address)
                .isEqualTo("abuse@x.test");
    }

    @ParameterizedTest
    @CsvSource({"A. Person, PT0S, ", "' ', PT0S, vetted_by", "A. Person, PT1S, vetted_at"})
    void takesAVettingOnlyFromSomebodyAndOnceItHappened(String by, Duration later, @Nullable String refusedField) {
        var vetting = new Vetting(by, Samples.NOW.plus(later));
        var contact = new ContactFact(Channel.EMAIL, "abuse@x.test", Format.TEXT, "en", vetting, null);
        ThrowingCallable making = () -> assertThat(
                        make(facts("Example", List.of(), List.of(contact))).contacts())
                .singleElement()
                .extracting(Contact::noForward)
                .isEqualTo(vetting);

        if (refusedField == null) {
            assertThatNoException().isThrownBy(making);
        } else {
            assertThatExceptionOfType(UnusableFact.class)
                    .isThrownBy(making)
                    .satisfies(
                            refused -> assertThat(refused.field()).isEqualTo("contacts/0/no_forward/" + refusedField));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u202eb", "a\u0000"})
    void refusesNamesThatAreNotOneReadableLine(String name) {
        assertThatExceptionOfType(UnusableFact.class)
                .isThrownBy(() -> make(facts(name, List.of(), List.of())))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("name"));
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789ABCDEF0123456789ABCDEF01234567, 0123456789ABCDEF0123456789ABCDEF01234567",
        "0123 4567 89ab cdef 0123  4567 89ab cdef 0123 4567, 0123456789ABCDEF0123456789ABCDEF01234567",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef,"
                + " 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"
    })
    void keepsTheFingerprintOfAKeyInOneForm(String given, String kept) {
        assertThat(make(withKey(given)).contacts())
                .singleElement()
                .extracting(Contact::openpgpFingerprint)
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "89ABCDEF01234567",
                "0x0123456789ABCDEF0123456789ABCDEF01234567",
                "0123456789ABCDEF0123456789ABCDEF0123456G",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----"
            })
    void refusesWhatDoesNotNameOneKey(String fingerprint) {
        assertThatExceptionOfType(UnusableFact.class)
                .isThrownBy(() -> make(withKey(fingerprint)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("contacts/0/openpgp_fingerprint"));
    }

    private static ProviderFacts withKey(String fingerprint) {
        return facts(
                "Example",
                List.of(),
                List.of(new ContactFact(Channel.EMAIL, "abuse@x.test", Format.TEXT, "en", null, fingerprint)));
    }

    private Provider make(ProviderFacts facts) {
        return factory.provider(new UUID(0, 1), facts, Source.MANUAL, Samples.NOW);
    }

    /** One contact has one format and one language: two for the same mailbox would have the same id. */
    @Test
    void refusesAnAddressThatStandsTwice() {
        var text = new ContactFact(Channel.EMAIL, "abuse@host.example.", Format.TEXT, "fr", null, null);
        var xarf = new ContactFact(Channel.EMAIL, "abuse@HOST.example", Format.XARF4, "en", null, null);

        assertThatExceptionOfType(UnusableFact.class)
                .isThrownBy(() -> make(facts("Example", List.of(), List.of(text, xarf))))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("contacts"));
    }

    private static ProviderFacts facts(String name, List<ObjectFact> objects, List<ContactFact> contacts) {
        return new ProviderFacts(null, name, null, Role.HOST, null, null, null, null, null, objects, contacts);
    }
}
