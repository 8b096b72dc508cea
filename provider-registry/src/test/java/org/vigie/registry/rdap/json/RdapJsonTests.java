package org.vigie.registry.rdap.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.registry.rdap.RdapContact;
import org.vigie.registry.rdap.RdapRecord;

class RdapJsonTests {

    private final RdapJson reader = new RdapJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>busy</html>",
                "[]",
                "null",
                "{}",
                "{\"errorCode\": 429, \"objectClassName\": \"domain\"}",
                "{\"objectClassName\": \"domain\"",
                "{\"objectClassName\": [\"domain\"]}"
            })
    void takesWhatIsNoAnswerForNone(String body) {
        assertThat(reader.read(body.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"REDACTED FOR PRIVACY\"",
                "\"removed@lacnic.net\"",
                "\"hostmaster@nic.or.kr\"",
                "\"irt@sub.nic.ad.jp, hm-changed@vnnic.vn\"",
                "\"https://x.test/abuse\"",
                "\"mailto:?subject=abuse@x.test\"",
                "\"mailto:%zz@x.test\"",
                "\"https://abuse@x.test/form\"",
                "\"abuse[at]x.test\"",
                "\"abuse@localhost\"",
                "\"Please query the RDDS service\"",
                "\"\"",
                "null",
                "7",
                "[]",
                "{\"a\": 1}"
            })
    void takesAPlaceholderForNoAddress(String value) {
        assertThat(read(entity("abuse", value)).contacts()).isEmpty();
    }

    @Test
    void readsRepeatedAndListedAddresses() {
        var said = read(entity("abuse", "[\"one@x.test\", \"two@x.test\"], \"one@x.test\""));

        assertThat(said.abuse()).containsExactly("one@x.test", "two@x.test");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email       | text | mailto:abuse@x.test                       | abuse@x.test
            email       | uri  | MAILTO:abuse@x.test?subject=Abuse&cc=b@c.test | abuse@x.test
            email       | uri  | mailto:abuse%2Bcsam@x.test                | abuse+csam@x.test
            email       | uri  | mailto:abuse+csam@x.test                  | abuse+csam@x.test
            contact-uri | uri  | mailto:abuse@x.test                       | abuse@x.test
            contact-uri | uri  | abuse@x.test                              | abuse@x.test
            CONTACT-URI | uri  | mailto:abuse@x.test,noc@x.test            | abuse@x.test noc@x.test
            email       | text | abuse@x.test, noc@x.test                  | abuse@x.test noc@x.test
            email       | text | abuse@x.test;noc@x.test;                  | abuse@x.test noc@x.test
            email       | text | abuse@x.test noc@x.test                   | abuse@x.test noc@x.test
            email       | text | Abuse Desk <abuse@x.test>                 | abuse@x.test
            email       | text | me@y.test <abuse@x.test>, B <noc@x.test>  | abuse@x.test noc@x.test
            email       | text | <abuse@x.test>                            | abuse@x.test
            email       | text | <mailto:abuse@x.test>                     | abuse@x.test
            email       | text | ~abuse@x.test,                      | abuse@x.test
            email       | text | abuse@x.test.                             | abuse@x.test
            email       | text | abuse@hébergeur.example                   | abuse@xn--hbergeur-b1a.example
            email       | text | hostmaster@nic.or.kr, abuse@x.test        | abuse@x.test
            email       | text | Abuse <abuse@x.test>, noc@x.test          | abuse@x.test noc@x.test
            email       | text | noc@x.test; Abuse <abuse@x.test>          | noc@x.test abuse@x.test
            email       | text | abuse@x.test <https://x.test/abuse>       | abuse@x.test
            email       | text | [abuse@x.test]                            | abuse@x.test
            email       | text | abuse@x.test:                             | abuse@x.test
            email       | text | abuse@x.test/noc@x.test                   | abuse@x.test noc@x.test
            email       | text | E-Mail:abuse@x.test                       | abuse@x.test
            email       | uri  | mailto://abuse@x.test                     | abuse@x.test
            email       | uri  | mailto:a/b@h%C3%A9bergeur.example         | a/b@xn--hbergeur-b1a.example
            contact-uri | uri  | <mailto:abuse@x.test?subject=a,b>         | abuse@x.test
            contact-uri | uri  | abuse@x.test?subject=a                    | abuse@x.test
            email       | uri  | mailto:abuse@x.test%2Cnoc@x.test          | abuse@x.test noc@x.test
            email       | uri  | mailto:Abuse%20%3Cabuse@x.test%3E         | abuse@x.test
            email       | text | Abuse &lt;abuse@x.test&gt;                | abuse@x.test
            email       | text | abuse@x.test&nbsp;noc@x.test              | abuse@x.test noc@x.test
            email       | text | abuse@x.test\\\\,noc@x.test\\\\nme@x.test  | abuse@x.test noc@x.test me@x.test
            email       | text | abuse@x.test%20                           | abuse@x.test
            email       | text | abu\u00adse\uff20x.test\u200b             | abuse@x.test
            """)
    void readsAddressesAsRegistriesWriteThem(String property, String type, String value, String expected) {
        var said = read("""
                {"objectClassName": "entity", "roles": "abuse", "vcardArray": ["vcard", [["%s", {}, "%s", "%s"]]]}
                """.formatted(property, type, value.replace("~", "\u00a0")));

        assertThat(said.abuse()).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jscontact_card", "jscard"})
    void readsJsContact(String member) {
        var said = read("""
                {"objectClassName": "entity", "roles": ["abuse"], "%s": {
                  "@type": "Card", "version": "1.0", "kind": "individual",
                  "emails": {"e1": {"@type": "EmailAddress", "address": "abuse@x.test"}, "e2": {"email": "noc@x.test"}},
                  "links": {"l1": {"kind": "contact", "uri": "mailto:desk@x.test"}, "l2": {"uri": "mailto:no@x.test"}}}}
                """.formatted(member));

        assertThat(said.abuse()).containsExactly("abuse@x.test", "noc@x.test", "desk@x.test");
        assertThat(said.contacts()).allMatch(RdapContact::personal);
    }

    @Test
    void putsAbuseBeforeTechnicalAdministrativeRegistrantAndRegistrarHoweverTheyStand() {
        var roles = List.of("registrar", "registrant", "administrative", "technical", "abuse");
        var entities = roles.stream()
                .map(role -> entity(role, "\"" + role + "@x.test\""))
                .collect(Collectors.joining(","));

        var said = read("{\"objectClassName\": \"domain\", \"entities\": [" + entities + "]}");

        assertThat(said.contacts())
                .extracting(RdapContact::address)
                .containsExactlyElementsOf(
                        roles.reversed().stream().map(role -> role + "@x.test").toList());
        assertThat(said.abuse()).containsExactly("abuse@x.test");
    }

    @Test
    void passesOverNothingWhereEntitiesAreNull() {
        assertThat(read("{\"objectClassName\": \"domain\", \"entities\": null}").contacts())
                .isEmpty();
    }

    @Test
    void passesOverRemovedEntities() {
        assertThat(read("{\"objectClassName\": \"domain\", \"entities\": [{\"objectClassName\": \"entity\","
                                + " \"status\": [\"removed\"], \"roles\": [\"abuse\"],"
                                + " \"vcardArray\": [\"vcard\", [[\"email\", {}, \"text\", \"gone@x.test\"]]]}]}")
                        .contacts())
                .isEmpty();
    }

    @Test
    void looksNoDeeperAndNoWiderThanIsHonest() {
        var deep = "{\"objectClassName\": \"entity\", \"entities\": [".repeat(200) + "]}".repeat(200);
        var wide = "{\"objectClassName\": \"domain\", \"entities\": [" + "{},".repeat(10_000) + "{}]}";

        assertThat(read(deep).contacts()).isEmpty();
        assertThat(read(wide).contacts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "up, https://r.example/ip/5.0.0.0/8, ip/5.0.0.0/8",
        "up, https://127.0.0.1/x/ip/2a00%3A%3A/16, ip/2a00:0:0:0:0:0:0:0/16",
        "up, https://r.example/ip/5.0.0.0/99,",
        "up, https://r.example/ip/999.0.0.0/8,",
        "up, https://r.example/entity/5,",
        "self, https://r.example/ip/5.0.0.0/8,",
    })
    void takesTheNetworkAroundAndNeverTheServer(String rel, String href, @Nullable String path) {
        var around = read("""
                        {"objectClassName": "ip network", "links": [{"rel": "%s", "href": "%s"}]}
                        """.formatted(rel, href)).around();

        assertThat(around == null ? null : around.path()).isEqualTo(path);
    }

    private static String entity(String role, String email) {
        return "{\"objectClassName\": \"domain\", \"entities\": [{\"objectClassName\": \"entity\", \"roles\": [\""
                + role + "\"], \"vcardArray\": [\"vcard\", [[\"email\", {}, \"text\", " + email + "]]]}]}";
    }

    private RdapRecord read(String json) {
        return reader.read(json.getBytes(UTF_8)).orElseThrow();
    }
}
