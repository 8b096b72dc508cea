package org.vigie.registry.rdap.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.registry.rdap.RdapRecord;

/** The answers that others published (icann/icann-rdap), and the contacts in them. */
class PublishedRdapTests {

    private final RdapJson reader = new RdapJson();

    @ParameterizedTest
    @CsvSource({
        "microsoft.click.json, abusecomplaints@markmonitor.com",
        "home.moscow.json, abuse@reg.ru",
        "lookup_with_redaction.json, abuse@organization.example",
        "autnum_16509.json, abuse@amazonaws.com"
    })
    void findsTheAbuseContact(String file, String address) throws IOException {
        assertThat(read(file).orElseThrow().abuse()).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lemonde.fr.json",
                "entity_arin_hostmaster.json",
                "entity-rfc9083-fig15.json",
                "as65541.json",
                "2001_db8__.json",
                "xn--fo-5ja_example.json"
            })
    void findsNoAbuseContactWhereNoneIsStated(String file) throws IOException {
        assertThat(read(file).orElseThrow().abuse()).isEmpty();
    }

    @Test
    void keepsNothingOfAnAnswerForTheNext() throws IOException {
        assertThat(read("microsoft.click.json").orElseThrow().abuse()).isNotEmpty();

        var next = read("as65541.json").orElseThrow();

        assertThat(next.abuse()).isEmpty();
        assertThat(next.registrar()).isNull();
        assertThat(next.contacts())
                .noneSatisfy(contact -> assertThat(contact.address()).contains("markmonitor"));
    }

    @Test
    void takesAnErrorForNoAnswer() throws IOException {
        assertThat(read("error_ripe_net.json")).isEmpty();
    }

    @Test
    void knowsTheRegistrarAndTheSpan() throws IOException {
        assertThat(read("home.moscow.json").orElseThrow().registrar()).isEqualTo("1606");
        assertThat(read("2001_db8__.json").orElseThrow().span()).isNotNull();
        assertThat(read("lookup_with_redaction.json").orElseThrow().redacted()).isTrue();
    }

    private Optional<RdapRecord> read(String file) throws IOException {
        var path = Path.of(System.getProperty("vectors", "../shared/vectors"), "rdap", file);
        assumeTrue(Files.exists(path), "SKIPPED: published RDAP answers are missing; set -Dvectors");
        return reader.read(Files.readAllBytes(path));
    }
}
