package org.vigie.notice.composition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.Gathering.Wish;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.escalation.NextStep;
import org.vigie.notice.escalation.NextStep.Leave;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.RemovalCase;

/** What the cases of a notice want said right now. */
@Component
public class NoticeItems {

    /**
     * One case's part, with what it is made of.
     *
     * @param contents the units to be named
     */
    public record Current(Item item, RemovalCase known, List<ContentUnit> contents) {}

    private final Cases cases;
    private final KnownContacts contacts;
    private final ChangeCase changeCase;
    private final NextStep nextStep;
    private final CaseQueue queue;
    private final Clock clock;

    NoticeItems(
            Cases cases,
            KnownContacts contacts,
            ChangeCase changeCase,
            NextStep nextStep,
            CaseQueue queue,
            Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.changeCase = changeCase;
        this.nextStep = nextStep;
        this.queue = queue;
        this.clock = clock;
    }

    /** Takes a case's wish for a notice; empty if it does not want it any more or another notice has it. */
    public Optional<Current> take(UUID noticeId, Wish wish) {
        var known = changeCase.changeLast(
                wish.caseId(),
                found -> found.byNotices().takenBy(noticeId, wish.itemId()).orElse(found));
        var taken = wanted(known, noticeId, wish.itemId());
        if (taken.isEmpty()) {
            drop(noticeId, wish.caseId(), wish.itemId());
        }
        return taken;
    }

    /** A case that was told to ask anew may have done so before its old wish was put away. */
    public void gatherAgain(Wish wish) {
        if (cases.waitsToBeGathered(wish.caseId(), wish.itemId())) {
            queue.lookAt(wish.caseId(), clock.instant());
        }
    }

    /** What a case wants said that waits to be taken; empty if it wants it no more or a notice has it. */
    public Optional<Current> gathered(Wish wish) {
        return cases.find(wish.caseId()).flatMap(known -> {
            var asked = known.pending();
            return asked != null
                            && asked.itemId().equals(wish.itemId())
                            && asked.noticeId() == null
                            && nextStep.mayLeave(known, asked, clock.instant()) == Leave.NOW
                    ? Optional.of(current(known, asked))
                    : Optional.empty();
        });
    }

    /** The cases of a notice as they are stored now. */
    public Map<UUID, RemovalCase> cases(List<Item> items) {
        return items.stream()
                .map(Item::caseId)
                .distinct()
                .flatMap(caseId -> cases.find(caseId).stream())
                .collect(Collectors.toMap(RemovalCase::caseId, Function.identity()));
    }

    /** What the cases of a notice want said now; those that want nothing any more are told and left out. */
    public List<Current> now(NoticeHeader header, List<Item> items) {
        return now(header, items, cases(items));
    }

    /** The same of cases that were just read. */
    public List<Current> now(NoticeHeader header, List<Item> items, Map<UUID, RemovalCase> stored) {
        var wanted = items.stream()
                .flatMap(item -> {
                    var current = Optional.ofNullable(stored.get(item.caseId()))
                            .flatMap(known -> wanted(known, header.noticeId(), item.itemId()));
                    if (current.isEmpty()) {
                        drop(header.noticeId(), item.caseId(), item.itemId());
                    }
                    return current.stream();
                })
                .toList();
        return together(header.noticeId(), header.addressee(), header.contactId(), wanted);
    }

    /**
     * Those of one host, unless the contact may read of several: a notice that is forwarded must not be a directory of
     * other sites. The others are told and ask again.
     */
    public List<Current> together(UUID noticeId, Addressee addressee, UUID contactId, List<Current> wanted) {
        if (wanted.isEmpty()) {
            return wanted;
        }
        var host = wanted.getFirst().known().tokens().host();
        var sameHost = wanted.stream()
                .filter(current -> current.known().tokens().host().equals(host))
                .toList();
        if (sameHost.size() == wanted.size() || contacts.mayReadSeveralHosts(addressee.providerId(), contactId)) {
            return wanted;
        }
        wanted.stream()
                .filter(current -> !sameHost.contains(current))
                .forEach(current ->
                        drop(noticeId, current.item().caseId(), current.item().itemId()));
        return sameHost;
    }

    /** Those who want something else by now go on; the others wait for a person to find out. */
    public void dropUnwanted(UUID noticeId, List<Item> items) {
        for (var item : items) {
            cases.find(item.caseId())
                    .filter(known -> known.pending() != null && !nextStep.isWanted(known, known.pending()))
                    .ifPresent(_ -> drop(noticeId, item.caseId(), item.itemId()));
        }
    }

    /** Cases whose wish stands and whose chain or look is too old to write on: a new one is wanted. */
    public boolean waitForOthers(UUID noticeId, List<Item> items, Map<UUID, RemovalCase> stored) {
        var waits = false;
        for (var item : items) {
            var now = clock.instant();
            var leave = Optional.ofNullable(stored.get(item.caseId()))
                    .map(known -> leave(known, noticeId, item.itemId()))
                    .orElse(Leave.NEVER);
            waits |= switch (leave) {
                case AFTER_A_CHAIN -> {
                    changeCase.change(item.caseId(), found -> found.wantsChain(now));
                    yield true;
                }
                case AFTER_A_LOOK -> {
                    changeCase.change(item.caseId(), found -> found.wantsCheck(now));
                    yield true;
                }
                case NOW, NEVER -> false;
            };
        }
        return waits;
    }

    /** Whether every case of the notice still wants just what it says. */
    public boolean allStillWanted(UUID noticeId, List<Item> items) {
        return items.stream()
                .allMatch(item -> cases.find(item.caseId())
                        .filter(known -> isTakenBy(known.pending(), noticeId, item.itemId()))
                        .filter(known -> nextStep.isWanted(known, Objects.requireNonNull(known.pending())))
                        .filter(known -> namesNothingElse(item, known))
                        .isPresent());
    }

    /** What was found not to be illegal since it was written stands in it for good. */
    private static boolean namesNothingElse(Item item, RemovalCase known) {
        var named = NextStep.contents(known, Objects.requireNonNull(known.pending()));
        return item.contents().stream().allMatch(id -> named.stream().anyMatch(unit -> unit.isCalled(id)));
    }

    private Optional<Current> wanted(RemovalCase known, UUID noticeId, UUID itemId) {
        return leave(known, noticeId, itemId) == Leave.NOW
                ? Optional.of(current(known, Objects.requireNonNull(known.pending())))
                : Optional.empty();
    }

    private Leave leave(RemovalCase known, UUID noticeId, UUID itemId) {
        var asked = known.pending();
        return asked != null && isTakenBy(asked, noticeId, itemId)
                ? nextStep.mayLeave(known, asked, clock.instant())
                : Leave.NEVER;
    }

    private static boolean isTakenBy(@Nullable PendingNotice asked, UUID noticeId, UUID itemId) {
        return asked != null && asked.itemId().equals(itemId) && noticeId.equals(asked.noticeId());
    }

    /** What a case would have said by this wish. */
    public Current current(RemovalCase known, PendingNotice asked) {
        var contents = NextStep.contents(known, asked);
        var ids = contents.stream().map(ContentUnit::contentId).toList();
        var verified = nextStep.isVerified(known, asked, clock.instant());
        return new Current(new Item(known.caseId(), asked.itemId(), known.cycle(), ids, verified), known, contents);
    }

    private void drop(UUID noticeId, UUID caseId, UUID itemId) {
        changeCase.change(caseId, known -> {
            var asked = known.pending();
            var isOurs = asked != null && noticeId.equals(asked.noticeId());
            return isOurs ? known.byNotices().dropped(itemId, clock.instant()) : known;
        });
        queue.lookAt(caseId, clock.instant());
    }
}
