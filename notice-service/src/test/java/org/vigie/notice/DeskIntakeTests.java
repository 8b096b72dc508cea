package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.support.access.CallerRole;

/** Reports that a person types or pastes at the desk. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-intake-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-intake-clock"
        })
@ServiceTest
class DeskIntakeTests {

    private static final Pattern CASE = Pattern.compile("/desk/cases/([0-9a-f-]{36})");

    @Autowired
    private TestWorld world;

    @LocalServerPort
    private int port;

    private DeskVisitor anna;
    private DeskForm form;

    @BeforeEach
    void somebodyComesIn() {
        anna = DeskVisitor.signedIn(port, "anna", CallerRole.ANALYST);
        form = DeskForm.of(anna.get("/desk/intake").body(), "/desk/intake")
                .with("category", "CSAM")
                .with("verification", "SUSPECT")
                .with("kind", "MEDIA");
    }

    @Test
    void eachLineBecomesAReportAndWhatIsRefusedStays() {
        var known = new WaitingCases(world).notified();
        var url = world.story(known).get("url").asString();
        var host = someHost();
        var hash = someHash();

        var page = file("""
                hxxp://%s/a.jpg\t%s

                http://%s/a.jpg, %s
                %s
                not a URL
                http://%s/b.jpg
                """.formatted(host.replace(".", "[.]"), hash, host, hash, url, host));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("filed as RP-", "as line 1; not filed again", known.toString(), "was there before")
                .contains("1 refused", "3 filed", ">not a URL</textarea>")
                .containsSubsequence("Line 5", "Line 1", "Line 3")
                .doesNotContain("http://" + host);
        var cases = CASE.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(cases).hasSize(3);
        assertThat(world.story(UUID.fromString(cases.getFirst())).toString()).contains("REPORTED", "anna");
    }

    @Test
    void theSameFormAgainFilesNothingTwice() {
        form.with("lines", "http://%s/a.jpg".formatted(someHost()));
        var first = anna.post("/desk/intake", form.sent()).body();

        assertThat(reference(anna.post("/desk/intake", form.sent()).body())).isEqualTo(reference(first));
        var later = form.with("key", UUID.randomUUID().toString());
        assertThat(reference(anna.post("/desk/intake", later.sent()).body())).isNotEqualTo(reference(first));
    }

    @Test
    void aCheckStoresNothing() {
        var host = someHost();

        var page = anna.post(
                "/desk/intake/check",
                form.with("lines", "http://" + host + "/a").sent());

        assertThat(page.body()).contains("opens a case", "1 new", "http://" + host + "/a</textarea>");
        assertThat(anna.post("/desk/search", "what=" + host).body()).contains("No case has it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:image/png;base64,iVBORw0KGgo= | never takes one",
                "<img src=\"data:image/png;base64,iVBORw0KGgo=\"> | never takes one",
                "http://a.test/x http://b.test/y | is not one http or https URL",
                "ftp://a.test/x | is not one http or https URL",
                "http://a.test/x,d41d8cd98f00b204e9800998ecf8427e | unclear where the URL ends",
                "http://a.test/x d41d8cd98f00b204e9800998ecf8427e d41d8cd98f00b204e9800998ecf8427f | Two hashes of one kind"
            })
    void whatIsNoReportIsRefusedWithItsReason(String line, String why) {
        var page = file(line);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(why).doesNotContain("iVBORw0KGgo=&quot;&gt;</span>");
    }

    /** As {@code POST /v1/reports} asks of whoever says that it is illegal. */
    @Test
    void moreThanASuspicionSaysHowItIsKnown() {
        form.with("verification", "VERIFIED").with("organisation", "Hotline").with("found_on", "somewhere");

        var without = file("http://%s/a.jpg".formatted(someHost()));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("Choose one.");
        form.with("detection_method", "MANUAL_REVIEW");
        assertThat(file("http://%s/a.jpg".formatted(someHost())).body())
                .contains("One http or https URL, please.", "value=\"somewhere\"");
        form.with("found_on", "").with("scheme", "INTERPOL").with("maturation", "PREPUBESCENT");
        var filed = file("http://%s/a.jpg".formatted(someHost()));
        assertThat(filed.body()).contains("All lines are filed.");
        var matcher = CASE.matcher(filed.body());
        assertThat(matcher.find()).isTrue();
        assertThat(world.get("/v1/cases/%s/contents".formatted(matcher.group(1)))
                        .body())
                .contains("\"VERIFIED\"", "\"baseline\"", "\"PREPUBESCENT\"", "anna");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void aFormHasSomeLinesAndNotTooMany(int lines) {
        var page = file("http://a.test/x\n".repeat(lines));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("aria-invalid=\"true\"");
    }

    private DeskVisitor.Page file(String lines) {
        return anna.post("/desk/intake", form.with("lines", lines).sent());
    }

    private static String reference(String page) {
        var matcher = Pattern.compile("RP-[0-9]{4}-[0-9]{8}").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}
