package org.vigie.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.sandbox.story.Provider.Owned;
import org.vigie.sandbox.story.Script.Blocks;
import org.vigie.sandbox.story.Script.BreaksDown;
import org.vigie.sandbox.story.Script.Cloaks;
import org.vigie.sandbox.story.Script.ComesBack;
import org.vigie.sandbox.story.Script.Moves;
import org.vigie.sandbox.story.Script.SaysSoftly;
import org.vigie.sandbox.story.Script.TakesDown;

class ScriptTests {

    private static final Provider HOST = provider("Host", "127.31.1.0/24");
    private static final Provider OTHER = provider("Other", "127.31.2.0/24");
    private static final Instant OPENED = Instant.parse("2026-01-06T00:00:00Z");
    private static final Visit ANYBODY =
            new Visit("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0");
    private static final Visit CHROME = new Visit("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0");
    private static final String LABEL = "0123456789ab";

    @Test
    void takesDownSoLongAfterTheFirstNotice() {
        var script = new TakesDown(HOST, 1, Duration.ofHours(5), Answer.GONE);

        assertThat(page(script, hours(4), mails(HOST, 0))).isEqualTo(200);
        assertThat(page(script, hours(5), mails(HOST, 0))).isEqualTo(410);
        assertThat(page(script, hours(50), mails(OTHER, 0))).isEqualTo(200);
    }

    @Test
    void takesDownAfterTheThirdReminderOnly() {
        var script = new TakesDown(HOST, 4, Duration.ofHours(2), Answer.GONE);

        assertThat(page(script, hours(500), mails(HOST, 0, 24, 48))).isEqualTo(200);
        assertThat(page(script, hours(75), mails(HOST, 0, 24, 48, 72))).isEqualTo(410);
    }

    @Test
    void movesToItsSecondHomeAndIsTakenDownThere() {
        var script = new Moves(HOST, Duration.ofHours(10), OTHER, Duration.ofHours(3));

        assertThat(script.home(moment(hours(9), mails(HOST, 0)))).isZero();
        assertThat(script.home(moment(hours(10), mails(HOST, 0)))).isEqualTo(1);
        assertThat(page(script, hours(80), mails(HOST, 0))).isEqualTo(200);
        assertThat(page(script, hours(80), mails(OTHER, 72))).isEqualTo(410);
    }

    @Test
    void blocksEverybodyFromSomeTimeOn() {
        var script = new Blocks(Duration.ofHours(3));

        assertThat(page(script, hours(2), Map.of())).isEqualTo(200);
        assertThat(page(script, hours(3), Map.of())).isEqualTo(403);
        assertThat(script.elsewhere("/", moment(hours(3), Map.of()), ANYBODY).status())
                .isEqualTo(403);
    }

    @Test
    void cloaksFromOneKindOfBrowserOnly() {
        var script = new Cloaks(HOST, Duration.ofHours(2));
        var later = moment(hours(3), mails(HOST, 0));

        assertThat(script.page(LABEL, later, CHROME).status()).isEqualTo(404);
        assertThat(script.page(LABEL, later, ANYBODY).status()).isEqualTo(200);
        assertThat(script.page(LABEL, moment(hours(1), mails(HOST, 0)), CHROME).status())
                .isEqualTo(200);
    }

    @Test
    void excusesItselfForEveryPathAlikeWithStatus200() {
        var script = new SaysSoftly(HOST, Duration.ofHours(2));
        var later = moment(hours(3), mails(HOST, 0));

        assertThat(script.page(LABEL, later, ANYBODY))
                .isEqualTo(script.elsewhere("/view/other", later, ANYBODY))
                .isEqualTo(Answer.NOTHING_HERE);
    }

    @Test
    void isBackAfterTheOutage() {
        var script = new BreaksDown(Duration.ofHours(10), Duration.ofDays(2));

        assertThat(page(script, hours(9), Map.of())).isEqualTo(200);
        assertThat(page(script, hours(57), Map.of())).isEqualTo(502);
        assertThat(page(script, hours(58), Map.of())).isEqualTo(200);
    }

    @Test
    void comesBackAndGoesForGoodAfterTheNextNotice() {
        var script = new ComesBack(HOST, Duration.ofHours(5), Duration.ofHours(100));

        assertThat(page(script, hours(6), mails(HOST, 0))).isEqualTo(410);
        assertThat(page(script, hours(106), mails(HOST, 0))).isEqualTo(200);
        assertThat(page(script, hours(110), mails(HOST, 0, 108))).isEqualTo(200);
        assertThat(page(script, hours(113), mails(HOST, 0, 108))).isEqualTo(410);
    }

    private static int page(Script script, Instant now, Map<String, List<Instant>> mails) {
        return script.page(LABEL, moment(now, mails), ANYBODY).status();
    }

    private static Moment moment(Instant now, Map<String, List<Instant>> mails) {
        return new Moment(now, OPENED, mails);
    }

    private static Instant hours(long afterOpening) {
        return OPENED.plus(Duration.ofHours(afterOpening));
    }

    private static Map<String, List<Instant>> mails(Provider to, int... hours) {
        return Map.of(
                to.mail(),
                java.util.Arrays.stream(hours).mapToObj(ScriptTests::hours).toList());
    }

    private static Provider provider(String name, String network) {
        return new Provider(
                name,
                Role.HOST,
                "DE",
                new Owned("CIDR", network),
                name.toLowerCase(java.util.Locale.ROOT) + "@x.test",
                "en",
                false,
                false);
    }
}
