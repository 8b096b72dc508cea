package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.availability.probe.Answer;
import org.vigie.availability.probe.Answer.Landing;
import org.vigie.availability.probe.Ask;
import org.vigie.availability.probe.Gate;
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

/** The rows of docs/availability.md, "What a check concludes", each against a server that is a function. */
class KindsTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final String ITEM = "http://example.test/pictures/a-4711.jpg";
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

    private final List<Ask> asked = new ArrayList<>();
    private Function<Ask, Outcome> server = _ -> status(404);
    private String url = ITEM;
    private int addresses = 1;
    private int looks = 1;
    private boolean up;
    private @Nullable FailureStreak run;
    private @Nullable Baseline baseline;

    // 1: alike is not gone

    @Test
    void alikeFromTheFirstLookOnCannotTell() {
        server = _ -> page(42, 7);
        assertThat(look()).as("a page that a script fills").isEqualTo(Signal.UNVERIFIABLE);

        server = _ -> image("tag", 199);
        assertThat(look()).as("a name that means nothing").isEqualTo(Signal.UNVERIFIABLE);

        server = ask -> isItem(ask) || isSibling(ask) ? sentTo("/home", Landing.ROOT) : status(200);
        assertThat(look()).as("all are sent home").isEqualTo(Signal.UNVERIFIABLE);
    }

    @Test
    void aSiblingThatIsSentToTheUrlShowsThatItIsThere() {
        server = ask ->
                isItem(ask) ? image("tag", 199) : isInItsFolder(ask) ? sentTo(ITEM, Landing.OTHER_PATH) : status(404);

        assertThat(look()).isEqualTo(Signal.REACHABLE);
        assertThat(baseline).as("controlled in another folder").isNotNull();
    }

    @Test
    void headThatIsWellForAnythingIsFollowedByGet() {
        server = ask -> ask.method() != Ask.Method.GET ? image(null, 0) : isItem(ask) ? image(null, 199) : status(404);

        assertThat(look()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void pagesThatDifferInPicturesOrNumbersAloneAreDifferent() {
        server = ask -> page(42, isItem(ask) ? 1 : 2);

        assertThat(look()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void pagesThatDifferWithEveryRequestCannotTell() {
        var number = new int[1];
        server = _ -> page(42L << (7 * number[0]++ % 50), number[0]);

        assertThat(look()).isEqualTo(Signal.UNVERIFIABLE);
    }

    @Test
    void longPagesWithOneBeginningDifferInLengthAndTag() {
        server = ask -> answered(
                200,
                "text/html",
                isItem(ask) ? "one" : "other",
                isItem(ask) ? 22073L : 21985L,
                new TextPrint(42, 7, false, false, null));

        assertThat(look()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void picturesOfNearlyOneLengthAreDifferent() {
        server = ask -> image(null, isItem(ask) ? 199 : 203);

        assertThat(look()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void alikeAfterADifferenceIsGoneIfWhatDoesNotExistIsAnsweredAsEver() {
        server = ask -> isItem(ask) ? image("item", 199) : page(42, 7);
        assertThat(look()).isEqualTo(Signal.REACHABLE);

        server = _ -> page(42, 7);
        assertThat(look()).as("the fallback for all that is missing").isEqualTo(Signal.SOFT_GONE);
    }

    @Test
    void aPlaceholderForWhateverIsMissingIsGoneAndNotAByteOfItIsRead() {
        server = ask -> image(isItem(ask) ? "item" : "placeholder", isItem(ask) ? 199 : 389);
        assertThat(look()).isEqualTo(Signal.REACHABLE);

        server = _ -> image("placeholder", 389);
        assertThat(look()).isEqualTo(Signal.SOFT_GONE);
        assertThat(asked).noneMatch(Ask::text);
    }

    @Test
    void aRedirectHomeOfWhateverIsMissingIsGone() {
        server = ask -> isItem(ask) ? image("item", 199) : sentTo("/", Landing.ROOT);
        assertThat(look()).isEqualTo(Signal.REACHABLE);

        server = ask -> isRoot(ask) ? page(42, 7) : sentTo("/", Landing.ROOT);
        assertThat(look()).isEqualTo(Signal.SOFT_GONE);
    }

    // 2: a gate is not a removal

    @Test
    void aHostThatTurnedAlikeIsForAWitness() {
        seen();

        server = _ -> page(42, 7);

        assertThat(look()).isEqualTo(Signal.TURNED_ALIKE);
        assertThat(Signal.TURNED_ALIKE.meaning()).isEqualTo(Signal.Meaning.NEITHER);
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void aGateForAllIsAGateWhenItComesAndWhenItWasThere(Gate gate) {
        server = _ -> gated(gate);
        assertThat(look()).isEqualTo(Signal.of(gate));

        seen();
        server = _ -> gated(gate);
        assertThat(look()).isEqualTo(Signal.of(gate));
        assertThat(Signal.of(gate).meaning()).isEqualTo(Signal.Meaning.NEITHER);
    }

    @Test
    void aWallWithARandomTextIsKnownByItsMark() {
        var number = new long[1];
        server = _ -> answered(
                200, "text/html", null, 300L, new TextPrint(number[0]++ << 20, number[0], false, true, Gate.BOT_CHECK));

        assertThat(look()).isEqualTo(Signal.BOT_CHECK);
    }

    @Test
    void liftedAgainItIsThereAsBefore() {
        seen();
        var before = Objects.requireNonNull(baseline);
        server = _ -> page(42, 7);
        look();

        seen();

        assertThat(Objects.requireNonNull(baseline).item()).isEqualTo(before.item());
    }

    // 3: gone, and "still up" for ever

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 205, 206, 416})
    void nothingWhereAPictureWasIsGone(int status) {
        seen();

        server = ask ->
                isItem(ask) ? answered(status, "image/jpeg", null, status == 204 ? null : 0L, null) : status(404);

        assertThat(look()).isEqualTo(Signal.EMPTY);
    }

    @Test
    void nothingFromTheFirstLookOnCannotTell() {
        server = ask -> isItem(ask) ? answered(200, "image/jpeg", null, 0L, null) : status(404);

        assertThat(look()).isEqualTo(Signal.UNVERIFIABLE);
    }

    @Test
    void anUnknownSiteThatAnswersNothingIsGone() {
        seen();

        server = ask -> answered(200, null, null, ask.method() == Ask.Method.GET ? 0L : null, null);

        assertThat(look()).isEqualTo(Signal.EMPTY);
    }

    @Test
    void aPageInsteadOfThePictureAloneIsGone() {
        seen();

        server = ask -> isItem(ask) ? page(42, 7) : status(404);

        assertThat(look()).isEqualTo(Signal.REPLACED);
    }

    /** Hosts show pictures in pages of their own. */
    @ParameterizedTest(name = "shows something: {0}, read to its end: {1}")
    @CsvSource({"true, true", "false, false"})
    void aPageThatMayShowThePictureIsForAPersonToSee(boolean shows, boolean whole) {
        seen();

        var page = new TextPrint(42, 7, shows, whole, null);
        server = ask -> isItem(ask) ? answered(200, "text/html", null, null, page) : status(404);

        assertThat(look()).isEqualTo(Signal.CHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/plain"})
    void theSameFileUnderAnotherTypeIsThere(String type) {
        seen();

        server = ask -> isItem(ask) ? answered(200, type, "item", 199L, null) : status(404);

        assertThat(look()).isEqualTo(Signal.REACHABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Landing.class,
            names = {"ROOT", "ERROR_PAGE", "SEARCH"})
    void theItemAloneSentToNowhereInParticularIsGone(Landing landing) {
        seen();

        server = ask -> isItem(ask) ? sentTo("/removed", landing) : status(404);

        assertThat(look()).isEqualTo(Signal.REPLACED);
    }

    @Test
    void theItemAloneSentToAnotherNameIsChangedAndToItsOwnNameIsThere() {
        seen();

        server = ask -> isItem(ask) ? sentToImage("http://example.test/pictures/a-4712.jpg") : status(404);
        assertThat(look()).isEqualTo(Signal.CHANGED);

        server = ask -> isItem(ask) ? sentToImage("http://example.test/new/a-4711.jpg") : status(404);
        assertThat(look()).isEqualTo(Signal.REACHABLE);
    }

    @Test
    void anotherPictureAfterSamenessIsChanged() {
        seen();
        seen();
        server = ask -> isItem(ask) ? image("other", 389) : status(404);
        assertThat(look()).as("seen twice").isEqualTo(Signal.REACHABLE);

        for (int i = 0; i < 3; i++) {
            seen();
        }
        server = ask -> isItem(ask) ? image("other", 389) : status(404);
        assertThat(look()).as("steady").isEqualTo(Signal.CHANGED);
    }

    @Test
    void getIsBelievedWhereHeadGoesOnSayingThatAllIsWell() {
        seen();

        server = ask -> isRoot(ask)
                ? status(200)
                : ask.method() == Ask.Method.GET || !isItem(ask) ? status(404) : image("item", 199);
        looks = 5;
        assertThat(look()).isEqualTo(Signal.GONE_404);

        looks = 6;
        run = new FailureStreak(NOW, NOW, 1, Set.of(RemovalRule.GONE_404), Set.of(), Set.of());
        assertThat(look()).as("as long as the run lasts").isEqualTo(Signal.GONE_404);
    }

    @Test
    void whereGetFailsForGoodHeadIsNotBelieved() {
        seen();

        server = ask -> ask.method() == Ask.Method.GET && isItem(ask)
                ? status(500)
                : isItem(ask) ? image("item", 199) : status(404);
        looks = 5;
        assertThat(look()).isEqualTo(Signal.INFRA_DOWN);
    }

    /** Browsers ask for the whole. */
    @Test
    void whereGetFailsForAPartOnlyItIsThere() {
        seen();

        server = ask -> ask.method() == Ask.Method.GET && isItem(ask) && !ask.page()
                ? status(500)
                : isItem(ask) ? image("item", 199) : status(404);
        looks = 5;
        assertThat(look()).isEqualTo(Signal.REACHABLE);
    }

    /** A check by GET that did not find it is not taken back by one that asks by HEAD. */
    @Test
    void headAloneIsNotBelievedWhileItIsNotKnownToBeThere() {
        seen();
        server = ask -> ask.method() == Ask.Method.GET ? status(403) : image("item", 199);
        looks = 6;

        up = true;
        assertThat(look()).as("not yet asked by GET").isEqualTo(Signal.REACHABLE);

        up = false;
        assertThat(look()).isEqualTo(Signal.BLOCKED);
    }

    /** What people see is what GET is shown. */
    @Test
    void whatGetIsShownInsteadDecides() {
        for (int i = 0; i < 3; i++) {
            seen();
        }
        var head = image("item", 199);

        server = ask -> ask.method() == Ask.Method.GET ? gated(Gate.AGE_CHECK) : head;
        assertThat(look()).as("a gate for all").isEqualTo(Signal.AGE_CHECK);

        server = ask -> !isItem(ask) ? status(404) : ask.method() == Ask.Method.GET ? page(42, 7) : head;
        assertThat(look()).as("a page for the item alone").isEqualTo(Signal.REPLACED);

        server = ask -> !isItem(ask) ? status(404) : ask.method() == Ask.Method.GET ? sentTo("/", Landing.ROOT) : head;
        assertThat(look()).as("the item alone sent home").isEqualTo(Signal.REPLACED);

        server = ask -> !isItem(ask) ? status(404) : ask.method() == Ask.Method.GET ? image("other", 389) : head;
        assertThat(look()).as("another picture").isEqualTo(Signal.CHANGED);
    }

    /** What every GET is answered with is not what is missing: the next check by GET would call the item missing. */
    @ParameterizedTest(name = "GET is {0} for all, HEAD is as ever")
    @ValueSource(ints = {200, 403})
    void headIsNotComparedWithWhatEveryGetIsAnswered(int status) {
        var shown = status == 200 ? page(42, 7) : status(status);
        Function<Ask, Outcome> wall = ask -> ask.method() == Ask.Method.GET
                ? shown
                : isItem(ask) ? image("item", 199) : isRoot(ask) ? status(200) : shown;
        server = wall;
        assertThat(look()).as("from the first look on").isIn(Signal.UNVERIFIABLE, Signal.BLOCKED);
        assertThat(baseline).isNull();

        for (int start = 1; start < 20; start++) {
            baseline = null;
            up = false;
            for (looks = 0; looks < start; looks++) {
                seen();
                up = true;
            }
            server = wall;
            for (; looks < start + 20; looks++) {
                var signal = look();
                assertThat(signal.meaning())
                        .as("look %d after %d", looks, start)
                        .isNotEqualTo(Signal.Meaning.DOWN);
                up = signal == Signal.REACHABLE;
            }
            assertThat(up).as("after %d looks", start).isFalse();
        }
    }

    @Test
    void headThatAlwaysSaidSomethingElseChangesNothing() {
        var head = answered(200, "text/html", null, 500L, null);
        server = ask -> isRoot(ask)
                ? status(200)
                : !isItem(ask) ? status(404) : ask.method() == Ask.Method.GET ? image("item", 199) : head;
        for (looks = 0; looks < 12; looks++) {
            assertThat(look()).as("look %d", looks).isEqualTo(Signal.REACHABLE);
            up = true;
        }
        assertThat(Objects.requireNonNull(baseline).media()).isTrue();

        server = ask -> isRoot(ask) ? status(200) : isItem(ask) && ask.method() != Ask.Method.GET ? head : status(404);
        assertThat(look()).isEqualTo(Signal.GONE_404);
    }

    // 4: gone, and "cannot tell" for ever

    @ParameterizedTest
    @ValueSource(ints = {300, 403, 423, 451})
    void refusedItselfWhileItsSiblingsAreAsEverIsShut(int status) {
        server = ask -> isItem(ask) ? status(status) : status(404);
        assertThat(look()).as("never seen").isNotEqualTo(Signal.SHUT);

        seen();
        server = ask -> isItem(ask) ? status(status) : status(404);
        assertThat(look()).isEqualTo(Signal.SHUT);
    }

    @Test
    void whatOnlyGetIsRefusedIsShutToo() {
        seen();

        server = ask -> !isItem(ask) ? status(404) : ask.method() == Ask.Method.GET ? status(403) : image("item", 199);
        looks = 5;
        assertThat(look()).isEqualTo(Signal.SHUT);
    }

    /** Nobody is asked for ever: each sends to the other. */
    @Test
    void whatOnlyTheTextIsRefusedCannotTell() {
        server = ask -> isItem(ask) && ask.text() ? status(403) : page(42, isItem(ask) ? 1 : 2);

        assertThat(look()).isEqualTo(Signal.BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 403})
    void aHostThatRefusesAllIsForAWitness(int status) {
        seen();

        server = _ -> status(status);

        assertThat(look()).isIn(Signal.BLOCKED, Signal.PROBE_REJECTED);
        assertThat(Signal.BLOCKED.witness()).isEqualTo(Signal.Witness.VANTAGE);
        assertThat(Signal.PROBE_REJECTED.witness()).isEqualTo(Signal.Witness.VANTAGE);
    }

    @Test
    void aStoreThatRefusesWhatItDoesNotHaveHasItNoMore() {
        server = ask -> isItem(ask) ? image("item", 199) : isRoot(ask) ? status(200) : status(403);
        look();

        server = ask -> isRoot(ask) ? status(200) : status(403);
        assertThat(look()).isEqualTo(Signal.SOFT_GONE);

        server = _ -> status(403);
        assertThat(look()).as("the root refuses us, too").isEqualTo(Signal.BLOCKED);
    }

    @Test
    void notFoundWithoutAControlIsAWeakerClass() {
        server = ask -> isItem(ask) ? status(404) : isRoot(ask) ? status(200) : status(403);

        assertThat(look()).isEqualTo(Signal.GONE_UNCONTROLLED);
        assertThat(Signal.GONE_UNCONTROLLED.rule().span()).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.test/b/o.jpg?X-Amz-Signature=aa&X-Amz-Date=20260105T080000Z&X-Amz-Expires=3600",
                "http://example.test/b/o.jpg?X-Goog-Signature=aa&X-Goog-Date=20260105T080000Z&X-Goog-Expires=60",
                "http://example.test/b/o.jpg?sig=aa&se=2026-01-05T09%3A00%3A00Z",
                "http://example.test/b/o.jpg?Signature=aa&Expires=1767600000",
                "http://example.test/b/o.jpg?md5=aa&expires=1767600000",
                "http://example.test/b/o.jpg?st=aa&e=1767600000",
                "http://example.test/b/o.jpg?x-signature=aa&x-expires=1767600000",
                "http://example.test/b/o.jpg?sign=aa&exp=1767600000",
                "http://example.test/b/o.jpg?x-oss-signature=aa&x-oss-date=20260105T080000Z&x-oss-expires=60",
                "http://example.test/b/o.jpg?hdnts=st=1767500000~exp=1767600000~acl=/*~hmac=aa",
                "http://example.test/b/o.jpg?token=exp%3D1767600000%7Ehmac%3Daa",
                "http://example.test/b/o.jpg?ex=695b73c0&is=695a2240&hm=aa",
                "http://example.test/b/o.jpg?oh=aa&oe=695B73C0"
            })
    void aSignedUrlThatRanOutIsItsOwnFlag(String signed) {
        url = signed;
        for (var status : new int[] {403, 404, 410}) {
            server = _ -> status(status);
            assertThat(look()).as("%d", status).isEqualTo(Signal.LINK_EXPIRED);
        }
        assertThat(RemovalRule.EXPIRED.published().name()).isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.test/b/o.jpg?Signature=aa&Expires=1798750800",
                "http://example.test/b/o.jpg?ex=6b36d2d0&is=695a2240&hm=aa",
                "http://example.test/b/o.jpg?ex=695b73c0",
                "http://example.test/b/o.jpg?e=1767600000",
                "http://example.test/b/o.jpg?e=120&st=2",
                "http://example.test/b/o.jpg?hdnts=exp=1798750800~hmac=aa"
            })
    void aUrlThatIsStillGoodOrSaysNoEndIsGoneWhenItIs(String signed) {
        url = signed;
        server = ask -> status(isRoot(ask) ? 200 : 404);

        assertThat(look()).isEqualTo(Signal.GONE_404);
    }

    @Test
    void aHostThatNeverHadARootIsNoOutage() {
        server = ask -> isItem(ask) ? image("item", 199) : status(404);
        look();

        server = _ -> status(404);

        assertThat(look()).isEqualTo(Signal.GONE_404);
    }

    @Test
    void oneOfTheAddressesThatHasItIsEnough() {
        addresses = 2;
        server =
                ask -> isRoot(ask) ? status(200) : isItem(ask) && ask.address() == 1 ? image("item", 199) : status(404);

        assertThat(look()).isEqualTo(Signal.CLOAKED);
    }

    // 5: shown with 404

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aPictureOrAPageThatIsShownWith404Or410IsThere(int status) {
        server = ask -> isItem(ask) ? answered(status, "image/png", null, 68L, null) : status(404);
        assertThat(look()).isEqualTo(Signal.UNVERIFIABLE);

        server = ask -> answered(
                status,
                "text/html",
                null,
                isItem(ask) ? 5000L : 100L,
                new TextPrint(isItem(ask) ? -1 : 0, 0, false, true, null));
        assertThat(look()).isEqualTo(Signal.UNVERIFIABLE);

        server = ask -> isRoot(ask)
                ? status(200)
                : answered(status, "text/html", null, null, new TextPrint(3, 0, false, true, null));
        assertThat(look()).isIn(Signal.GONE_404, Signal.GONE_410);
    }

    @Test
    void aPageWithA404IsNoPicture() {
        seen();
        server = ask -> isItem(ask)
                ? answered(404, "text/html", null, 300L, new TextPrint(-1, 0, false, true, null))
                : isRoot(ask)
                        ? status(200)
                        : answered(404, "text/html", null, 100L, new TextPrint(0, 0, false, true, null));

        assertThat(look())
                .as("taken down at the edge, which has a page of its own")
                .isEqualTo(Signal.GONE_404);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whoCountsOurRequestsIsNotDown(int status) {
        seen();
        server = ask -> isItem(ask) ? turnedAway(status) : isRoot(ask) ? status(200) : status(404);
        assertThat(look()).isEqualTo(Signal.THROTTLED);

        server = ask -> isItem(ask) ? status(404) : turnedAway(status);
        assertThat(look()).as("nor does it say anything of what is beside it").isEqualTo(Signal.THROTTLED);

        server = ask -> isRoot(ask) ? turnedAway(status) : status(404);
        assertThat(look())
                .as("a root that is turned away belongs to a host that is well")
                .isEqualTo(Signal.GONE_404);
    }

    private static Outcome turnedAway(int status) {
        var answer = ((Outcome.Answered) status(status)).answer();
        return new Outcome.Answered(new Answer(
                answer.status(),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                answer.landing(),
                null,
                Set.of(Answer.Note.TURNED_AWAY),
                Set.of()));
    }

    private void seen() {
        server = ask -> isItem(ask) ? image("item", 199) : isRoot(ask) ? status(200) : status(404);
        assertThat(look()).isEqualTo(Signal.REACHABLE);
        assertThat(baseline).isNotNull();
    }

    private Signal look() {
        asked.clear();
        Probe probe = ask -> {
            asked.add(ask);
            return new ProbeResult(
                    asAnswerTo(ask, server.apply(ask)), "0000", addresses, null, Duration.ZERO, List.of());
        };
        var identities = new Identities(List.of(new Identity("first", Map.of()), new Identity("second", Map.of())));
        var prior = new Prior(new UUID(1, 1), looks, run, baseline, true, up, false, NOW);
        var result = new CheckUrl(probe, NOT_PARKED, identities)
                .check(new Subject(url(url), null, null, Locator.MEDIA, ProbeRule.ANY), prior);
        baseline = result.baseline() == null ? baseline : result.baseline();
        return result.signal();
    }

    /** A fine answer to a HEAD is not asked for again by GET. */
    private static Outcome asAnswerTo(Ask ask, Outcome outcome) {
        var byGet = ask.method() == Ask.Method.GET;
        return outcome instanceof Outcome.Answered(var it) && it.isFine()
                ? new Outcome.Answered(new Answer(
                        it.status(),
                        byGet,
                        it.mediaType(),
                        it.length(),
                        it.entityTag(),
                        it.lastModified(),
                        it.retryAfter(),
                        it.gate(),
                        ask.text() ? it.text() : null,
                        it.landing(),
                        it.target(),
                        it.notes(),
                        it.parking()))
                : outcome;
    }

    private boolean isItem(Ask ask) {
        return ask.url().equals(url(url));
    }

    private static boolean isRoot(Ask ask) {
        return ask.url().requestTarget().equals("/");
    }

    private boolean isSibling(Ask ask) {
        return !isRoot(ask) && !isItem(ask);
    }

    private static boolean isInItsFolder(Ask ask) {
        return ask.url().path().startsWith("/pictures/");
    }

    private static Outcome status(int status) {
        return answered(status, null, null, null, null);
    }

    private static Outcome image(@Nullable String tag, long length) {
        return answered(200, "image/jpeg", tag, length, null);
    }

    private static Outcome page(long words, long details) {
        return answered(200, "text/html", null, null, new TextPrint(words, details, false, true, null));
    }

    private static Outcome answered(
            int status, @Nullable String type, @Nullable String tag, @Nullable Long length, @Nullable TextPrint text) {
        return outcome(status, type, tag, length, text, null, Landing.SAME_PLACE, null);
    }

    private static Outcome gated(Gate gate) {
        return outcome(200, "text/html", null, 73L, null, gate, Landing.OTHER_PATH, url("http://example.test/gate"));
    }

    private static Outcome sentTo(String where, Landing landing) {
        var target = url(where.startsWith("http") ? where : "http://example.test" + where);
        var print = new TextPrint(5, 5, false, true, null);
        return where.startsWith("http")
                ? outcome(200, "image/jpeg", "tag", 199L, null, null, landing, target)
                : outcome(200, "text/html", null, 300L, print, null, landing, target);
    }

    private static Outcome sentToImage(String target) {
        return outcome(200, "image/jpeg", "another", 389L, null, null, Landing.OTHER_PATH, url(target));
    }

    private static Outcome outcome(
            int status,
            @Nullable String type,
            @Nullable String tag,
            @Nullable Long length,
            @Nullable TextPrint text,
            @Nullable Gate gate,
            Landing landing,
            @Nullable WebUrl target) {
        return new Outcome.Answered(new Answer(
                status, true, type, length, tag, null, null, gate, text, landing, target, Set.of(), Set.of()));
    }

    private static WebUrl url(String text) {
        return ((ParseResult.Parsed) WebUrl.parse(text)).url();
    }
}
