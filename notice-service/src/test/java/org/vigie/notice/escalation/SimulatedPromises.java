package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.composition.Item;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.NoticeState.Failed;
import org.vigie.notice.dispatch.NoticeState.HandedOverAgain;
import org.vigie.notice.dispatch.NoticeState.Sent;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Targeting;

/** What holds after every step, whatever came before it: said by what the relay got and by what is stored. */
final class SimulatedPromises {

    /** What the relay got, in its order. */
    record Left(UUID noticeId, NoticeKind kind, UUID provider, UUID contact, List<Item> items, Instant at) {

        boolean names(UUID caseId) {
            return items.stream().anyMatch(item -> item.caseId().equals(caseId));
        }
    }

    private final Notices notices;
    private final Cases cases;
    private final SimulatedPeople people;
    private final SimulatedWithdrawals withdrawals;
    private final Map<UUID, Set<UUID>> stopped = new HashMap<>();
    private final Map<UUID, byte[]> bytes = new HashMap<>();
    private final Set<UUID> noted = new HashSet<>();
    private final List<Left> left = new ArrayList<>();
    private final Map<UUID, RemovalCase> before = new HashMap<>();
    private final Map<String, Integer> occurred = new TreeMap<>();

    SimulatedPromises(InMemoryService service, SimulatedPeople people, SimulatedWithdrawals withdrawals) {
        this.notices = service.get(Notices.class);
        this.cases = service.get(Cases.class);
        this.people = people;
        this.withdrawals = withdrawals;
    }

    /**
     * The relay takes a message now.
     *
     * @param alone whether nothing else was done since the sender looked at what is stored
     */
    void taken(SimulatedRelay.Mail mail, boolean alone, Instant now) {
        var notice = notices.find(mail.noticeId()).orElseThrow();
        var first = bytes.putIfAbsent(mail.noticeId(), mail.bytes());
        if (first != null) {
            saw("sent once more");
            assertThat(notice.state()).as("once more only what was uncertain").isInstanceOf(HandedOverAgain.class);
            assertThat(noted).as("nothing leaves twice whose answer was noted").doesNotContain(mail.noticeId());
            assertThat(Arrays.equals(first, mail.bytes())).as("byte for byte").isTrue();
            assertThat(left.stream().filter(one -> one.noticeId().equals(mail.noticeId())))
                    .as("once more, not more")
                    .hasSize(1);
        }
        saw("taken " + notice.kind());
        left.add(new Left(
                mail.noticeId(),
                notice.kind(),
                notice.addressee().providerId(),
                notice.contactId(),
                notice.items(),
                now));
        if (notice.kind().asksForRemoval()) {
            notice.items().forEach(item -> mayLeave(item, notice, alone));
            var isResent = notice.state() instanceof HandedOverAgain;
            if (alone && !isResent && notice.kind() != NoticeKind.REMINDER) {
                notice.items().stream().filter(Item::verifiable).forEach(item -> wasSeen(item, now));
            }
        }
    }

    /** Its hand-over is about to be written down: what was stopped before does not leave. */
    void begins(UUID noticeId) {
        var cases = notices.find(noticeId).orElseThrow().items().stream().map(Item::caseId);
        stopped.put(noticeId, cases.filter(people::stopped).collect(Collectors.toSet()));
    }

    private void mayLeave(Item item, Notice notice, boolean alone) {
        assertThat(stopped.get(notice.noticeId()))
                .as("nothing leaves after somebody stopped it")
                .doesNotContain(item.caseId());
        assertThat(people.wasPrevented(notice.noticeId(), item.caseId()))
                .as("nothing leaves of which somebody was told that it would not")
                .isFalse();
        var known = cases.find(item.caseId()).orElseThrow();
        if (!alone) {
            saw("taken while something else was done");
            return;
        }
        withdrawals.mayLeave(known.caseId());
        assertThat(known.holds().current()).as("held").isEmpty();
        assertThat(known.presence().state()).as("down").isNotIn(Presence.DOWN, Presence.GONE, Presence.SUSPECT);
        assertThat(known.stage()).as("stage").isInstanceOfAny(Routed.class, Notified.class);
        assertThat(known.evidence().verified().stream().flatMap(SimulatedPromises::names))
                .as("names nothing that is not illegal")
                .containsAll(item.contents());
        if (notice.kind() == NoticeKind.ESCALATION) {
            assertThat(known.stage()).isInstanceOf(Notified.class);
        }
    }

    private void wasSeen(Item item, Instant now) {
        assertThat(cases.find(item.caseId()).orElseThrow().presence().lastCheckedAt())
                .as("a look stands behind it")
                .isAfterOrEqualTo(now.minus(MachineRows.RULES.lookForNotice()));
    }

    private static Stream<UUID> names(ContentUnit unit) {
        return Stream.concat(Stream.of(unit.contentId()), unit.absorbed().stream());
    }

    /** Of everything stored. */
    void areKept(List<RemovalCase> stored) {
        for (var one : left) {
            if (notices.find(one.noticeId()).orElseThrow().state() instanceof Sent) {
                noted.add(one.noticeId());
            }
        }
        var taken = left.stream().map(Left::noticeId).collect(Collectors.toSet());
        for (var known : stored) {
            var last = before.put(known.caseId(), known);
            if (last != null && Objects.equals(last.version(), known.version())) {
                assertThat(known).as("a version is never written over").isSameAs(last);
                continue;
            }
            countsWhatLeft(known, taken);
            withdrawals.areKept(known, this);
            saw("a case that is " + known.stage().getClass().getSimpleName());
            if (last != null) {
                goesOn(last, known);
            }
        }
    }

    private void countsWhatLeft(RemovalCase known, Set<UUID> taken) {
        var counted = new HashSet<String>();
        for (var targeting : known.outcome().targetings()) {
            assertThat(left).as("only what the relay took counts").anyMatch(one -> makes(one, targeting, known));
            var named = new ArrayList<>(targeting.correspondence().notices());
            named.removeAll(taken);
            assertThat(named)
                    .as("what it did not take it refused")
                    .allMatch(one -> notices.find(one).orElseThrow().state() instanceof Failed);
            if (!targeting.end().counts()) {
                saw("void " + Promises.why(targeting.end()));
                continue;
            }
            assertThat(counted.add("%s/%s/%s/%s"
                            .formatted(
                                    targeting.cycle(),
                                    targeting.contentId(),
                                    targeting.providerId(),
                                    targeting.role())))
                    .as("counts once")
                    .isTrue();
            assertThat(targeting.isOpen() && (known.presence().isDown() || known.stage() instanceof Retracted))
                    .as("open, and gone or retracted")
                    .isFalse();
        }
    }

    private static boolean makes(Left one, Targeting targeting, RemovalCase known) {
        var names = known.contents().stream()
                .filter(unit -> unit.isCalled(targeting.contentId()))
                .flatMap(SimulatedPromises::names)
                .toList();
        return one.kind().asksForRemoval()
                && one.provider().equals(targeting.providerId())
                && one.items().stream()
                        .anyMatch(item -> item.caseId().equals(known.caseId())
                                && item.cycle() == targeting.cycle()
                                && !Collections.disjoint(item.contents(), names));
    }

    private static void goesOn(RemovalCase last, RemovalCase known) {
        assertThat(known.version()).as("version").isGreaterThan(last.version());
        assertThat(known.cycle()).as("cycle").isGreaterThanOrEqualTo(last.cycle());
        assertThat(known.outcome().targetings().stream().map(Targeting::targetingId))
                .as("no targeting is ever forgotten")
                .containsAll(last.outcome().targetings().stream()
                        .map(Targeting::targetingId)
                        .toList());
        assertThat(known.contents().stream().flatMap(SimulatedPromises::names))
                .as("no content is ever forgotten")
                .containsAll(last.contents().stream()
                        .flatMap(SimulatedPromises::names)
                        .toList());
    }

    List<Left> left() {
        return left;
    }

    void saw(String what) {
        occurred.merge(what, 1, Integer::sum);
    }

    /** How often what the promises are about happened. */
    Map<String, Integer> occurred() {
        return occurred;
    }
}
