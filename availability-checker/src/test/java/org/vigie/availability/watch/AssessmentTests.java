package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.Outcome;
import org.vigie.availability.probe.Parking;
import org.vigie.availability.probe.Probe;
import org.vigie.availability.probe.ProbeResult;
import org.vigie.availability.probe.TextPrint;
import org.vigie.events.Locator;
import org.vigie.events.ProbeRule;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;

/** What one check concludes, against a server that is a function. */
class AssessmentTests {

    private static final String IMAGE = "http://example.test/pictures/a.jpg";
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Identity FIRST = new Identity("first", Map.of());
    private static final Identity SECOND = new Identity("second", Map.of());

    private final List<Ask> asked = new ArrayList<>();
    private Function<Ask, Outcome> server = _ -> status(404);
    private boolean parkingNameServers;

    @Test
    void row54DoesNotBelieveAHostThatKnowsNoPathAtAll() {
        assertThat(look().signal()).isEqualTo(Signal.INFRA_DOWN);
    }

    @Test
    void believesA404OfAHostThatIsWell() {
        server = ask -> status(isRoot(ask) ? 200 : 404);

        var result = look();

        assertThat(result.signal()).isEqualTo(Signal.GONE_404);
        assertThat(result.identities()).containsExactlyInAnyOrder("first", "second");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void doesNotBelieveA404WhileTheHostIsUnwell(int rootStatus) {
        server = ask -> status(isRoot(ask) ? rootStatus : 404);

        assertThat(look().signal()).isEqualTo(Signal.INFRA_DOWN);
    }

    @Test
    void a410NeedsAnotherIdentityAndNoRoot() {
        server = _ -> status(410);

        assertThat(look().signal()).isEqualTo(Signal.GONE_410);
        assertThat(asked).extracting(Ask::identity).containsExactly(FIRST, SECOND, FIRST);
        assertThat(asked).noneMatch(AssessmentTests::isRoot);
    }

    @Test
    void callsItCloakedWhenSomebodyElseSeesIt() {
        server = ask -> ask.identity().equals(FIRST) ? status(404) : image("etag-1");

        assertThat(look().signal()).isEqualTo(Signal.CLOAKED);
    }

    @Test
    void isBlockedOnlyWhenEverybodyIs() {
        server = _ -> status(403);
        assertThat(look().signal()).isEqualTo(Signal.BLOCKED);

        server = ask -> ask.identity().equals(FIRST) ? status(403) : isUrl(ask) ? image("etag-1") : status(404);
        assertThat(look().signal()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void row52BelievesAnImageBesideAPage() {
        server = ask -> isUrl(ask) ? image("etag-1") : text(42L);

        assertThat(look().signal()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void believesAPageThatIsNotWhatASiblingIs() {
        server = ask -> text(isUrl(ask) ? 0L : -1L);

        assertThat(look().signal()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void believesAPictureWhoseServerIgnoresTheQuery() {
        server = ask -> ask.url().path().equals("/pictures/a.jpg") ? image("etag-1") : status(404);

        var result = look(IMAGE + "?shown=1", ProbeRule.ANY, Prior.none(new UUID(1, 1), NOW));

        assertThat(result.signal()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void asksForNothingWhereAPersonMustLook() {
        assertThat(look(IMAGE, ProbeRule.NEVER, Prior.none(new UUID(1, 1), NOW)).signal())
                .isEqualTo(Signal.PROBE_RULE);
        assertThat(look(IMAGE, ProbeRule.LANDING_PAGE_ONLY, Prior.none(new UUID(1, 1), NOW))
                        .signal())
                .isEqualTo(Signal.PROBE_RULE);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.test/delete/5",
                "http://example.test/a?action=delete&id=5",
                "http://example.test/logout",
                "http://example.test/x?delete_key=abc",
                "http://example.test/get?otp=123"
            })
    void doesNotRequestWhatDoesSomething(String url) {
        assertThat(look(url, ProbeRule.ANY, Prior.none(new UUID(1, 1), NOW)).signal())
                .isEqualTo(Signal.ACTION_URL);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.test/delete.jpg",
                "http://example.test/uploads/a.png",
                "http://example.test/a/removed-things/b"
            })
    void requestsWhatOnlySoundsLikeIt(String url) {
        server = _ -> status(410);

        assertThat(look(url, ProbeRule.ANY, Prior.none(new UUID(1, 1), NOW)).signal())
                .isEqualTo(Signal.GONE_410);
    }

    /** No server sees a fragment: whatever the page shows, its program may load the content or not. */
    @ParameterizedTest
    @ValueSource(strings = {"http://example.test/#!Abc123!key", "http://example.test/app#/gallery/5"})
    void aPageThatLeadsByFragmentIsNeverSeenNorGoneByWhatItShows(String url) {
        var neverSeen = Prior.none(new UUID(1, 1), NOW);
        server = ask -> isApp(ask) ? text(0L) : status(404);
        var page = look(url, ProbeRule.ANY, neverSeen);
        assertThat(page.signal()).isEqualTo(Signal.FRAGMENT);
        var seen = new Prior(new UUID(1, 1), 5, null, page.baseline(), true, false, false, NOW);

        server = _ -> text(0L);
        assertThat(look(url, ProbeRule.ANY, neverSeen).signal()).as("alike").isEqualTo(Signal.FRAGMENT);
        server = ask -> isApp(ask) ? text(7L) : status(404);
        assertThat(look(url, ProbeRule.ANY, seen).signal()).as("another page").isEqualTo(Signal.FRAGMENT);
        server = ask -> isApp(ask) ? image("etag-1") : status(404);
        assertThat(look(url, ProbeRule.ANY, seen).signal()).as("a picture").isEqualTo(Signal.FRAGMENT);
        server = _ -> status(404);
        assertThat(look(url, ProbeRule.ANY, neverSeen).signal())
                .as("some programs are sent with a 404")
                .isEqualTo(Signal.FRAGMENT);
    }

    @Test
    void aPageThatLeadsByFragmentAndWasSeenIsGoneWhenItIs() {
        server = ask -> isApp(ask) ? text(0L) : status(isRoot(ask) ? 200 : 404);
        var url = "http://example.test/app#/gallery/5";
        var seen = new Prior(
                new UUID(1, 1),
                5,
                null,
                look(url, ProbeRule.ANY, Prior.none(new UUID(1, 1), NOW)).baseline(),
                true,
                false,
                false,
                NOW);

        server = ask -> status(isRoot(ask) ? 200 : 404);
        assertThat(look(url, ProbeRule.ANY, Prior.none(new UUID(1, 1), NOW)).signal())
                .isEqualTo(Signal.FRAGMENT);
        assertThat(look(url, ProbeRule.ANY, seen).signal()).isEqualTo(Signal.GONE_404);
        server = _ -> status(403);
        assertThat(look(url, ProbeRule.ANY, seen).signal()).isEqualTo(Signal.BLOCKED);
    }

    /** Where in a page or a file to begin is no content of its own. */
    @Test
    void aPartOfAPageIsThePage() {
        server = ask -> ask.url().path().equals("/app") ? text(0L) : status(404);

        assertThat(look("http://example.test/app#comments", ProbeRule.ANY, Prior.none(new UUID(1, 1), NOW))
                        .signal())
                .isEqualTo(Signal.REACHABLE);
    }

    private static boolean isApp(Ask ask) {
        return ask.url().path().equals("/app") || (isRoot(ask) && ask.url().leadsByFragment());
    }

    @Test
    void neverUsesGetAtAFileHostAndBelievesItsHeadOnlyOnceItTold() {
        server = ask -> status(isRoot(ask) ? 200 : 404);
        var neverSeen = Prior.none(new UUID(1, 1), NOW);
        var seenByHead = new Prior(new UUID(1, 1), 3, null, null, true, false, false, NOW);

        assertThat(look(IMAGE, ProbeRule.HEAD_ONLY, neverSeen).signal()).isEqualTo(Signal.UNVERIFIABLE);
        assertThat(look(IMAGE, ProbeRule.HEAD_ONLY, seenByHead).signal()).isEqualTo(Signal.GONE_404);
        assertThat(asked).extracting(Ask::method).containsOnly(Ask.Method.HEAD_ONLY);
    }

    @Test
    void callsAPageOfAParkedDomainParkedAndAnImageNot() {
        parkingNameServers = true;
        server = ask -> text(isUrl(ask) ? 0L : -1L);
        assertThat(look().signal()).isEqualTo(Signal.PARKED);

        server = ask -> isUrl(ask) ? image("etag-1") : text(42L);
        assertThat(look().signal()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void callsItParkedWhenThePageAndASiblingHoldTheMarkOfAParkingService() {
        server = ask -> marked(ask, isUrl(ask) ? 0L : -1L, true);
        assertThat(look().signal()).isEqualTo(Signal.PARKED);

        server = ask -> marked(ask, isUrl(ask) ? 0L : -1L, isUrl(ask));
        assertThat(look().signal()).as("the sibling shows something else").isEqualTo(Signal.REACHABLE);
    }

    @Test
    void aFaultOfOurOwnIsNobodysAbsence() {
        server = _ -> new Outcome.LocalFault();

        assertThat(look().signal()).isEqualTo(Signal.LOCAL_FAULT);
    }

    @Test
    void siblingsAreTheSameEveryTimeAndOtherEveryLook() {
        var caseId = new UUID(3, 4);
        var url = url("http://example.test/a/b.jpg?x=1&id=77");

        assertThat(ControlUrl.of(url, caseId, 1)).isEqualTo(ControlUrl.of(url, caseId, 1));
        assertThat(ControlUrl.of(url, caseId, 2)).isNotEqualTo(ControlUrl.of(url, caseId, 1));
        assertThat(ControlUrl.of(url, caseId, 1).orElseThrow().requestTarget())
                .matches("/a/[a-z]{16}\\.jpg\\?x=1&id=77");
        assertThat(ControlUrl.of(url(IMAGE), caseId, 1).orElseThrow().requestTarget())
                .matches("/pictures/[a-z]{16}\\.jpg");
    }

    private CheckResult look() {
        return look(IMAGE, ProbeRule.ANY, Prior.none(new UUID(1, 1), NOW));
    }

    private CheckResult look(String url, ProbeRule rule, Prior prior) {
        Probe probe = ask -> {
            asked.add(ask);
            return new ProbeResult(server.apply(ask), "0000", 1, null, Duration.ZERO, List.of());
        };
        var parking = new Parking() {
            @Override
            public boolean hasItsNameServers(WebUrl asked) {
                return parkingNameServers;
            }

            @Override
            public boolean isAnsweredForAnything(WebUrl asked, String label) {
                return false;
            }
        };
        return new CheckUrl(probe, parking, new Identities(List.of(FIRST, SECOND)))
                .check(new Subject(url(url), null, null, Locator.MEDIA, rule), prior);
    }

    private static boolean isRoot(Ask ask) {
        return ask.url().requestTarget().equals("/");
    }

    private static boolean isUrl(Ask ask) {
        return ask.url().equals(url(IMAGE));
    }

    private static Outcome status(int status) {
        return answered(status, null, null, null, Landing.SAME_PLACE, null);
    }

    private static Outcome image(String entityTag) {
        return answered(200, "image/jpeg", entityTag, null, Landing.SAME_PLACE, null);
    }

    private static Outcome text(long hash) {
        return answered(200, "text/html", null, hash, Landing.SAME_PLACE, null);
    }

    private static Outcome marked(Ask ask, long hash, boolean mark) {
        return new Outcome.Answered(new Answer(
                200,
                true,
                "text/html",
                100L,
                null,
                null,
                null,
                null,
                ask.text() ? print(hash) : null,
                Landing.SAME_PLACE,
                null,
                Set.of(),
                ask.text() && mark ? Set.of(Answer.ParkingSign.TEXT) : Set.of()));
    }

    private static Outcome answered(
            int status,
            @Nullable String type,
            @Nullable String entityTag,
            @Nullable Long textHash,
            Landing landing,
            @Nullable WebUrl target) {
        return new Outcome.Answered(new Answer(
                status,
                true,
                type,
                100L,
                entityTag,
                null,
                null,
                null,
                textHash == null ? null : print(textHash),
                landing,
                target,
                Set.of(),
                Set.of()));
    }

    private static TextPrint print(long words) {
        return new TextPrint(words, 0, false, true, null);
    }

    private static WebUrl url(String text) {
        return ((ParseResult.Parsed) WebUrl.parse(text)).url();
    }
}
