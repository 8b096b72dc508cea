package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.ProbeResult;
import org.vigie.availability.probe.TextPrint;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;

/**
 * Whatever a whole host is put behind, for HEAD, for GET or for both, and whenever: its content is called neither gone
 * nor replaced, unless the wall is the very answer that what is missing has.
 */
class WallsTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final WebUrl ITEM = url("http://example.test/pictures/a-4711.jpg");
    private static final Identities TWO =
            new Identities(List.of(new Identity("first", Map.of()), new Identity("second", Map.of())));
    private static final List<Integer> STARTS = List.of(0, 1, 2, 3, 5, 8, 16);
    private static final Parking NOT_PARKED = new Parking() {
        @Override
        public boolean hasItsNameServers(WebUrl url) {
            return false;
        }

        @Override
        public boolean isAnsweredForAnything(WebUrl url, String label) {
            return false;
        }
    };

    /** What a server answers with. */
    enum Reply {
        PICTURE(200, "image/jpeg", "item", 199, Landing.SAME_PLACE, "/"),
        ALBUM(200, "text/html", "album", 900, Landing.SAME_PLACE, "/"),
        BAD_REQUEST(400),
        UNAUTHORIZED(401),
        PAYMENT(402),
        FORBIDDEN(403),
        NOT_FOUND(404),
        TOO_MANY(429),
        LEGAL(451),
        PAGE(200, "text/html", null, 300, Landing.SAME_PLACE, "/"),
        /** Another text each time. */
        RANDOM(200, "text/html", null, 300, Landing.SAME_PLACE, "/"),
        WELCOME(200, "text/html", null, 310, Landing.OTHER_PATH, "/welcome"),
        HOME(200, "text/html", "home", 320, Landing.ROOT, "/"),
        SIGN_IN(200, "text/html", null, 330, Landing.LOGIN, "/login"),
        PLACEHOLDER(200, "image/gif", "wall", 43, Landing.SAME_PLACE, "/");

        private final int status;
        private final @Nullable String type;
        private final @Nullable String tag;
        private final long length;
        private final Landing landing;
        private final String target;

        Reply(int status) {
            this(status, "text/html", null, 100, Landing.SAME_PLACE, "/");
        }

        Reply(int status, String type, @Nullable String tag, long length, Landing landing, String target) {
            this.status = status;
            this.type = type;
            this.tag = tag;
            this.length = length;
            this.landing = landing;
            this.target = target;
        }
    }

    /** @param head what every HEAD is answered with, absent if as GET is */
    private record Site(
            Reply item, Reply missing, Reply root, @Nullable Reply head) {}

    /** @param root whether it stands before the root, too */
    private record Wall(Reply reply, boolean head, boolean get, boolean root) {}

    private long random;

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PICTURE", "ALBUM", "NOT_FOUND"})
    void isNoRemoval(Reply reply) {
        for (var item : List.of(Reply.PICTURE, Reply.ALBUM)) {
            for (var missing : List.of(Reply.NOT_FOUND, Reply.FORBIDDEN, Reply.PAGE, Reply.HOME, Reply.SIGN_IN)) {
                if (missing != reply) {
                    sites(item, missing).forEach(site -> isNoRemoval(site, reply));
                }
            }
        }
    }

    private static List<Site> sites(Reply item, Reply missing) {
        return List.of(
                new Site(item, missing, Reply.HOME, null),
                new Site(item, missing, Reply.FORBIDDEN, null),
                new Site(item, missing, Reply.HOME, Reply.BAD_REQUEST),
                new Site(item, missing, Reply.NOT_FOUND, Reply.PAGE));
    }

    private void isNoRemoval(Site site, Reply reply) {
        for (var root : List.of(true, false)) {
            for (int start : STARTS) {
                isNoRemoval(site, new Wall(reply, false, true, root), start);
                isNoRemoval(site, new Wall(reply, true, false, root), start);
                isNoRemoval(site, new Wall(reply, true, true, root), start);
            }
        }
    }

    private void isNoRemoval(Site site, Wall wall, int start) {
        @Nullable Baseline baseline = null;
        var up = false;
        for (int check = 0; check < start + 18; check++) {
            var standing = check < start ? null : wall;
            var prior = new Prior(new UUID(1, 1), check, null, baseline, true, up, check == 0, NOW);
            var locator = site.item() == Reply.PICTURE ? Locator.MEDIA : Locator.PAGE;
            var result = new CheckUrl(ask -> probed(site, standing, ask), NOT_PARKED, TWO)
                    .check(new Subject(ITEM, null, null, locator, ProbeRule.ANY), prior);
            assertThat(result.signal().meaning())
                    .as("%s behind %s, check %d: %s", site, wall, check - start, result.signal())
                    .isNotEqualTo(Signal.Meaning.DOWN);
            baseline = result.baseline() == null ? baseline : result.baseline();
            up = result.signal().meaning() == Signal.Meaning.UP;
        }
    }

    /** HEAD, and GET where that is doubtful. */
    private ProbeResult probed(Site site, @Nullable Wall wall, Ask ask) {
        var byHead = reply(site, wall, false, ask.url());
        var isEnough = byHead.status < 300 || byHead.status == 401 || byHead.status == 451;
        var byGet = ask.method() == Ask.Method.GET || !isEnough;
        var answer = answer(byGet ? reply(site, wall, true, ask.url()) : byHead, byGet, ask.text());
        return new ProbeResult(new Outcome.Answered(answer), "0000", 1, null, Duration.ZERO, List.of());
    }

    private static Reply reply(Site site, @Nullable Wall wall, boolean byGet, WebUrl url) {
        var isRoot = url.requestTarget().equals("/");
        if (wall != null && (byGet ? wall.get() : wall.head()) && (!isRoot || wall.root())) {
            return wall.reply();
        }
        if (!byGet && site.head() != null) {
            return site.head();
        }
        return isRoot ? site.root() : url.equals(ITEM) ? site.item() : site.missing();
    }

    private Answer answer(Reply reply, boolean byGet, boolean withText) {
        var words = 0x9e3779b97f4a7c15L * (reply == Reply.RANDOM ? 1_000 + random++ : reply.length);
        return new Answer(
                reply.status,
                byGet,
                reply.type,
                reply.length,
                reply.tag,
                null,
                null,
                null,
                byGet && withText ? new TextPrint(words, words, false, true, null) : null,
                reply.landing,
                reply.landing == Landing.SAME_PLACE ? null : url("http://example.test" + reply.target),
                Set.of(),
                Set.of());
    }

    private static WebUrl url(String text) {
        return ((ParseResult.Parsed) WebUrl.parse(text)).url();
    }
}
