package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.escalation.NextStep.Leave;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.Handover;
import org.vigie.notice.removal.Refused;

/** Notices of a walked case: accepted, refused, waiting, on their way for long, or lost. */
final class WalkedMail {

    private final Walk walk;
    private final Random random;
    private final Promises promises;
    private final NextStep next = new NextStep(DomainRules.DEFAULTS);
    private final List<Handover> inFlight = new ArrayList<>();

    WalkedMail(Walk walk, Random random, Promises promises) {
        this.walk = walk;
        this.random = random;
        this.promises = promises;
    }

    /** What the case wants is taken by a notice, which is accepted, refused, on its way for long, or lost. */
    void send() {
        var asked = walk.known().pending();
        if (asked == null) {
            return;
        }
        var notice = asked.noticeId() == null ? new UUID(random.nextLong(), random.nextLong()) : asked.noticeId();
        walk.becomes(walk.known().byNotices().takenBy(notice, asked.itemId()).orElseThrow());
        assertThat(walk.known().byNotices().takenBy(UUID.randomUUID(), asked.itemId()))
                .as("one notice takes it")
                .isEmpty();
        if (random.nextInt(4) == 0) {
            return; // it waits
        }
        if (inFlight.stream().anyMatch(one -> one.noticeId().equals(notice))) {
            return;
        }
        if (next.mayLeave(walk.known(), asked, walk.now()) != Leave.NOW) {
            walk.becomes(walk.known().byNotices().dropped(asked.itemId(), walk.now()));
            return;
        }
        var verified = next.isVerified(walk.known(), asked, walk.now());
        promises.maySend(walk.known(), asked, verified, walk.now());
        var contents = NextStep.contents(walk.known(), asked).stream()
                .map(ContentUnit::contentId)
                .toList();
        var handover = CaseExamples.handover(
                notice.toString(), asked.kind(), asked.addressee(), walk.known(), contents, walk.now());
        var named = new Handover(
                notice,
                handover.reference(),
                1,
                walk.known().cycle(),
                handover.kind(),
                handover.addressee(),
                asked.contactId(),
                contents,
                handover.countedIn(),
                verified,
                walk.now());
        switch (random.nextInt(10)) {
            case 0 -> refuse(named);
            case 1, 2 -> inFlight.add(named);
            default -> accept(named);
        }
    }

    void arrive() {
        if (!inFlight.isEmpty()) {
            accept(inFlight.remove(random.nextInt(inFlight.size())));
        }
    }

    private void accept(Handover handover) {
        var before = walk.known();
        walk.becomes(walk.known().byNotices().accepted(handover));
        assertThat(walk.known().byNotices().accepted(handover))
                .as("twice is once")
                .isEqualTo(walk.known());
        promises.accepted(handover, before, walk.known());
    }

    private void refuse(Handover handover) {
        var refusal =
                Refused.byContact(handover.cycle(), handover.addressee(), handover.contactId(), handover.noticeId());
        walk.becomes(walk.known().byNotices().refused(refusal, handover.countedIn(), "5.1.1", walk.now()));
        promises.refused(refusal);
    }
}
