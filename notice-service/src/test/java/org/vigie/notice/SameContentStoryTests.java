package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.PlaceTokens;

/** One content at several URLs: whatever is known of it in one case is known in every other. */
@ServiceTest
class SameContentStoryTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private Cases cases;

    @Autowired
    private PlaceTokens tokens;

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "BCA", "CAB"})
    void isOneInEveryCaseWhateverWasKnownFirst(String order) {
        var sha256 = someHash();
        var md5 = someHash().substring(0, 32);
        var hashes = Map.of("A", hashes(null, md5), "B", hashes(sha256, null), "C", hashes(sha256, md5));
        var host = world.provider(Role.HOST, "abuse");
        var all = new ArrayList<UUID>();

        for (var one : order.chars().mapToObj(Character::toString).toList()) {
            var caseId = world.reported(verified(someUrl(), hashes.getOrDefault(one, "")));
            world.resolved(caseId, host);
            world.looked(caseId, Presence.REACHABLE);
            world.pass(GATHERED);
            all.add(caseId);
        }

        var name = Collections.min(tokens.of(new Hashes(sha256, null, md5, null, null)));
        assertThat(all).allSatisfy(caseId -> {
            assertThat(contents(caseId))
                    .singleElement()
                    .extracting(CaseSnapshot.Content::contentToken)
                    .isEqualTo(name);
            assertThat(targetings(caseId)).singleElement().satisfies(targeting -> {
                assertThat(targeting.contentToken()).isEqualTo(name);
                assertThat(targeting.end()).isEqualTo(End.OPEN);
            });
        });
        assertThat(mail.to(host.mailbox())).hasSize(3);
        for (var hash : List.of(sha256, md5)) {
            assertThat(world.post("/v1/cases/search", "{\"hash\": \"%s\"}".formatted(hash))
                            .body())
                    .contains(all.stream().map(UUID::toString).toList());
        }
    }

    @Test
    void makesOneOfTwoUnitsOfACaseWhenAReportElsewhereSaysSo() {
        var sha256 = someHash();
        var md5 = someHash().substring(0, 32);
        var host = world.provider(Role.HOST, "abuse");
        var url = someUrl();
        var caseId = world.reported(verified(url, hashes(sha256, null)));
        world.reported(verified(url, hashes(null, md5)));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        assertThat(targetings(caseId)).hasSize(2);

        world.reported(verified(someUrl(), hashes(sha256, md5)));
        world.settle();

        assertThat(contents(caseId))
                .singleElement()
                .satisfies(content -> assertThat(content.sightings().unstated()).isEqualTo(2));
        assertThat(targetings(caseId)).extracting(TargetingSnapshot::end).containsExactlyInAnyOrder(End.OPEN, End.VOID);
        assertThat(targetings(caseId))
                .extracting(TargetingSnapshot::contentToken)
                .containsOnly(Collections.min(tokens.of(new Hashes(sha256, null, md5, null, null))));
    }

    @Test
    void aDecisionIsOneOnTheContentInEveryCase() {
        var host = world.provider(Role.HOST, "abuse");
        var hash = hashes(someHash(), null);
        var notified = world.reported(verified(someUrl(), hash));
        world.resolved(notified, host);
        world.looked(notified, Presence.REACHABLE);
        world.pass(GATHERED);
        var other = world.reported(verified(someUrl(), hash));

        decide(other, "NOT_ILLEGAL");

        assertThat(contents(notified))
                .singleElement()
                .extracting(CaseSnapshot.Content::verification)
                .isEqualTo(Verification.NOT_ILLEGAL);
        assertThat(targetings(notified))
                .singleElement()
                .extracting(TargetingSnapshot::end)
                .isEqualTo(End.VOID);
        assertThat(world.story(notified).get("timeline").toString()).contains("CLASSIFIED_ELSEWHERE_NOT_ILLEGAL");
        var later = world.reported(verified(someUrl(), hash));
        assertThat(snapshot(later).action()).isEqualTo(Action.REJECTED);

        decide(notified, "VERIFIED");

        for (var caseId : List.of(notified, other, later)) {
            assertThat(contents(caseId))
                    .singleElement()
                    .extracting(CaseSnapshot.Content::verification)
                    .isEqualTo(Verification.VERIFIED);
        }
        assertThat(snapshot(later).action()).isEqualTo(Action.VERIFIED);
        assertThat(targetings(notified))
                .singleElement()
                .extracting(TargetingSnapshot::end)
                .isEqualTo(End.OPEN);
    }

    @Test
    void whatIsVerifiedAtOneUrlIsVerifiedAtEveryOther() {
        var hash = hashes(someHash(), null);
        var suspected = world.reported(suspect(someUrl(), hash));
        assertThat(snapshot(suspected).action()).isEqualTo(Action.RECEIVED);

        world.reported(verified(someUrl(), hash));
        var later = world.reported(suspect(someUrl(), hash));

        assertThat(snapshot(suspected).action()).isEqualTo(Action.VERIFIED);
        assertThat(snapshot(later).action()).isEqualTo(Action.VERIFIED);
    }

    /** What was taken back must be said again in that case, whatever is held of its content. */
    @Test
    void doesNotVerifyWhatWasTakenBackInItsCase() {
        var hash = hashes(someHash(), null);
        var url = someUrl();
        var caseId = world.reported(verified(url, hash));
        world.decide("/v1/cases/" + caseId + "/retraction", "one", null, "{\"reason\": \"wrong URL\"}");
        world.decide("/v1/cases/" + caseId + "/retraction/approval", "other", null, "{\"reason\": \"wrong URL\"}");

        world.reported(suspect(url, hash));

        assertThat(snapshot(caseId).action()).isEqualTo(Action.RECEIVED);
    }

    /** Hashes at random, each report at a URL of its own, from two producers at once. */
    @Test
    void comesToTheSameFromTwoProducersAtOnce() throws Exception {
        var run = someHost();
        var random = new Random(11);
        var all = new HashMap<String, Hashes>();
        for (int i = 0; i < 80; i++) {
            var sha256 = random.nextInt(4) == 0 ? null : "%064x".formatted(run.hashCode() * 100L + random.nextInt(25));
            var md5 = sha256 != null && random.nextInt(3) == 0
                    ? null
                    : "%032x".formatted(run.hashCode() * 100L + random.nextInt(25));
            all.put("http://" + run + "/" + i, new Hashes(sha256, null, md5, null, null));
        }
        var urls = List.copyOf(all.keySet());
        var producers = new ArrayList<Callable<Boolean>>();
        for (var half : List.of(urls.subList(0, 40), urls.subList(40, 80))) {
            producers.add(() -> {
                half.forEach(url -> {
                    var seen = all.getOrDefault(url, Hashes.NONE);
                    world.post("/v1/reports", suspect(url, hashes(seen.sha256(), seen.md5())));
                });
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(producers)) {
                done.get();
            }
        }
        world.settle();

        var names = names(all.values());
        assertThat(Set.copyOf(names.values()).size()).isLessThan(names.size());
        var published = world.every(Topics.CASES, CaseSnapshot.class).stream()
                .collect(Collectors.toMap(
                        CaseSnapshot::caseId, one -> one.contents().getFirst(), (_, later) -> later));
        all.forEach((url, seen) -> {
            var found = world.post("/v1/cases/search", "{\"url\": \"%s\"}".formatted(url));
            var caseId = UUID.fromString(found.json().get("case_ids").get(0).asString());
            var name = names.get(tokens.of(seen).getFirst());
            assertThat(cases.find(caseId).orElseThrow().contents())
                    .singleElement()
                    .extracting(ContentUnit::token)
                    .isEqualTo(name);
            assertThat(published)
                    .hasEntrySatisfying(
                            caseId,
                            content -> assertThat(content.contentToken()).isEqualTo(name));
        });
    }

    private Map<String, String> names(Iterable<Hashes> all) {
        var classes = new HashMap<String, Set<String>>();
        for (var seen : all) {
            Set<String> joined = new HashSet<>();
            for (var token : tokens.of(seen)) {
                joined.add(token);
                joined.addAll(classes.getOrDefault(token, Set.of()));
            }
            joined.forEach(token -> classes.put(token, joined));
        }
        var names = new HashMap<String, String>();
        classes.forEach((token, joined) -> names.put(token, Collections.min(joined)));
        return names;
    }

    private void decide(UUID caseId, String verification) {
        var answer = world.decide(
                "/v1/cases/" + caseId + "/classification", "An assessor", null, """
                {"verification": "%s", "category": "CSAM", "organisation": "Example"}""".formatted(verification));
        assertThat(answer.status()).isEqualTo(204);
        world.settle();
        world.moveOn(Duration.ofSeconds(1));
    }

    private static String someUrl() {
        return "http://" + someHost() + "/a";
    }

    private static String hashes(@Nullable String sha256, @Nullable String md5) {
        var all = new ArrayList<String>();
        if (sha256 != null) {
            all.add("\"sha256\": \"%s\"".formatted(sha256));
        }
        if (md5 != null) {
            all.add("\"md5\": \"%s\"".formatted(md5));
        }
        return String.join(", ", all);
    }

    private static String verified(String url, String hashes) {
        return """
                {"url": "%s", "category": "CSAM", "maturation": "PREPUBESCENT", "verification": "VERIFIED",
                 "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW",
                 "classification": {"organisation": "Example"}, "content": {"hashes": {%s}}}
                """.formatted(url, hashes);
    }

    private static String suspect(String url, String hashes) {
        return """
                {"url": "%s", "category": "CSAM", "verification": "SUSPECT", "content": {"hashes": {%s}}}
                """.formatted(url, hashes);
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return world.last(Topics.CASES, caseId, CaseSnapshot.class);
    }

    private List<CaseSnapshot.Content> contents(UUID caseId) {
        return snapshot(caseId).contents();
    }

    /** The last snapshot of each targeting of the case. */
    private List<TargetingSnapshot> targetings(UUID caseId) {
        var last = new HashMap<UUID, TargetingSnapshot>();
        world.every(Topics.TARGETINGS, TargetingSnapshot.class).stream()
                .filter(targeting -> targeting.caseId().equals(caseId))
                .forEach(targeting -> last.merge(
                        targeting.targetingId(),
                        targeting,
                        (one, other) -> one.version() > other.version() ? one : other));
        return List.copyOf(last.values());
    }
}
