package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.LATER;
import static org.vigie.notice.removal.CaseExamples.START;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.Verification;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.Contents;
import org.vigie.notice.content.InMemoryContents;
import org.vigie.notice.content.SameContent;

/** What becomes of cases when their contents turn out to be one, step by step, and after a crash between the steps. */
class FollowContentTests {

    private final Contents contents = new InMemoryContents();
    private final Cases cases = new InMemoryCases();
    private final List<String> queued = new ArrayList<>();
    private final SameContent same = new SameContent(contents, queued::add);
    private final FollowContent follow = new FollowContent(
            contents,
            same,
            cases,
            new ChangeCase(cases),
            (_, _) -> {},
            queued::add,
            Clock.fixed(LATER, ZoneOffset.UTC));

    @Test
    void whoeverCarriesTheNameThatGaveWayIsTold() {
        var first = carrying("b");
        var other = carrying("a");

        same.join(List.of("b", "a"));
        assertThat(queued).containsExactly("b");
        follow.tell("b");

        assertThat(name(first)).isEqualTo("a");
        assertThat(name(other)).isEqualTo("a");
        assertThat(contents.untold()).isEmpty();
    }

    /** The queue is lost with the process: what was not told stands in the store. */
    @Test
    void nothingIsLostWithTheQueue() {
        var first = carrying("c");
        var second = carrying("b");
        same.join(List.of("b", "c"));
        same.join(List.of("a", "b"));
        queued.clear();

        assertThat(contents.untold()).containsExactlyInAnyOrder("b", "c");
        contents.untold().forEach(follow::tell);

        assertThat(name(first)).isEqualTo("a");
        assertThat(name(second)).isEqualTo("a");
        assertThat(contents.untold()).isEmpty();
    }

    /** A case that is stored under the old name when everybody was told already finds out by itself. */
    @Test
    void aCaseStoredTooLateToBeToldLooksAgain() {
        var read = same.join(List.of("b"));
        same.join(List.of("a", "b"));
        follow.tell("b");
        var late = saved(List.of("b"));

        follow.heard(late, read);

        assertThat(name(late)).isEqualTo("a");
    }

    /** Of 500 contents at one URL each would have the whole case read once more, to find nothing. */
    @Test
    void nobodyIsToldOfAContentWhoseOnlyCaseHasHeard() {
        var only = carrying("b");

        follow.heard(only, notIllegal("b"));
        assertThat(queued).isEmpty();
        assertThat(contents.untold()).isEmpty();

        var first = carrying("a");
        var second = carrying("a");
        follow.heard(first, notIllegal("a"));
        assertThat(queued).containsExactly("a");
        assertThat(contents.untold()).containsExactly("a");
        assertThat(second).isNotEqualTo(first);
    }

    /** Somebody decided between the case and its second look. */
    @Test
    void aContentOfWhichMoreIsHeldByNowIsTold() {
        var only = carrying("b");
        var read = new Content("b", null, null, true, null);
        notIllegal("b");

        follow.heard(only, read);

        assertThat(queued).containsExactly("b");
    }

    private Content notIllegal(String token) {
        var decision = CaseExamples.decision("no", null, Verification.NOT_ILLEGAL, LATER);
        var held = CaseExamples.received()
                .byReports()
                .classified(decision)
                .contents()
                .getFirst();
        return same.hold(token, held.standing());
    }

    @Test
    void whatIsHeldOfOneIsHeldOfBoth() {
        var decided = carrying("b");
        var other = carrying("a");
        var decision = CaseExamples.decision("no", null, Verification.NOT_ILLEGAL, LATER);
        var held = cases.find(decided)
                .orElseThrow()
                .byReports()
                .classified(decision)
                .contents()
                .getFirst();
        same.hold("b", held.standing());
        same.join(List.of("a", "b"));

        contents.untold().forEach(follow::tell);

        assertThat(List.of(decided, other))
                .allSatisfy(caseId -> assertThat(unit(caseId).verification()).isEqualTo(Verification.NOT_ILLEGAL));
        assertThat(contents.untold()).isEmpty();
    }

    @Test
    void isToldOnce() {
        var first = carrying("b");
        carrying("a");
        same.join(List.of("a", "b"));
        follow.tell("b");
        var version = cases.find(first).orElseThrow().version();

        follow.tell("b");
        follow.tell("a");
        contents.save(contents.find("b").orElseThrow().givingWay("a"));
        follow.tell("b");

        assertThat(cases.find(first).orElseThrow().version()).isEqualTo(version);
    }

    private UUID carrying(String token) {
        same.join(List.of(token));
        return saved(List.of(token));
    }

    private UUID saved(List<String> hashTokens) {
        var unit = CaseExamples.unitOf(UUID.randomUUID().toString(), hashTokens, START);
        var known =
                CaseExamples.opened(UUID.randomUUID().toString()).byReports().sighted(CaseExamples.sightingOf(unit));
        return cases.save(known).orElseThrow().caseId();
    }

    private ContentUnit unit(UUID caseId) {
        return cases.find(caseId).orElseThrow().contents().getFirst();
    }

    private String name(UUID caseId) {
        return Objects.requireNonNull(unit(caseId).token());
    }
}
