package org.vigie.notice.dispatch;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.GatherNotices;
import org.vigie.notice.composition.Gatherings;
import org.vigie.notice.composition.Item;
import org.vigie.notice.composition.Letter;
import org.vigie.notice.composition.NoticeHeader;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.escalation.DryRun;
import org.vigie.notice.escalation.DryRun.Proposal;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.oversight.WaitsFor;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.NotAllowed;

/** Writes what would be sent for a case, and changes nothing. */
@Service
public class PreviewNotice {

    private final Cases cases;
    private final DryRun wouldAsk;
    private final FindWaits waits;
    private final Notices notices;
    private final Gatherings gatherings;
    private final GatherNotices gatherNotices;
    private final NoticeItems items;
    private final WriteNotice letters;
    private final Clock clock;

    PreviewNotice(
            Cases cases,
            DryRun wouldAsk,
            FindWaits waits,
            Notices notices,
            Gatherings gatherings,
            GatherNotices gatherNotices,
            NoticeItems items,
            WriteNotice letters,
            Clock clock) {
        this.cases = cases;
        this.wouldAsk = wouldAsk;
        this.waits = waits;
        this.notices = notices;
        this.gatherings = gatherings;
        this.gatherNotices = gatherNotices;
        this.items = items;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * What would be sent.
     *
     * @param noticeId the notice that is written already, absent while there is none
     * @param waitsFor what it waits for, absent if it is over or being sent
     * @param caseIds every case it names
     */
    public record Preview(
            @Nullable UUID noticeId,
            @Nullable WaitsFor waitsFor,
            NoticeKind kind,
            Addressee addressee,
            UUID contactId,
            List<UUID> caseIds,
            Letter letter) {}

    /**
     * Empty if there is no such case, or nothing that could be said to anybody.
     *
     * @throws NotAllowed if the case has nobody who can be written to
     */
    public Optional<Preview> of(UUID caseId) {
        return cases.find(caseId).flatMap(known -> {
            var would = wouldAsk.of(known);
            if (would.isEmpty() && known.stage() instanceof Unaddressable) {
                throw new NotAllowed(caseId, NotAllowed.Why.NO_CONTACT);
            }
            var waitsFor = waits.of(known).orElse(null);
            return would.flatMap(one -> preview(one, waitsFor));
        });
    }

    private Optional<Preview> preview(Proposal would, @Nullable WaitsFor waitsFor) {
        var asked = would.asked();
        if (asked.noticeId() != null) {
            var written = notices.find(asked.noticeId());
            if (written.isPresent()) {
                return written.map(notice -> of(notice, waitsFor));
            }
        }
        var parts = parts(would);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        // A number is drawn when the notice is written; here it is the one that none has.
        var reference = new NoticeReference(
                "RN-%d-00000000".formatted(now.atOffset(ZoneOffset.UTC).getYear()), 1);
        var header = new NoticeHeader(
                NameBasedIds.of("preview", asked.itemId()),
                reference,
                asked.kind(),
                asked.addressee(),
                asked.contactId(),
                now);
        return Optional.of(new Preview(
                null,
                waitsFor,
                asked.kind(),
                asked.addressee(),
                asked.contactId(),
                parts.stream().map(part -> part.item().caseId()).toList(),
                letters.write(header, parts)));
    }

    private static Preview of(Notice written, @Nullable WaitsFor waitsFor) {
        return new Preview(
                written.noticeId(),
                waitsFor,
                written.kind(),
                written.addressee(),
                written.contactId(),
                written.items().stream().map(Item::caseId).toList(),
                written.letter());
    }

    /** The case's own part, and those of the cases that wait to leave with it. */
    private List<NoticeItems.Current> parts(Proposal would) {
        var parts = new ArrayList<NoticeItems.Current>();
        var own = items.current(would.known(), would.asked());
        if (!own.contents().isEmpty()) {
            parts.add(own);
        }
        var gathered = gatherings.find(gatherNotices.key(would.known(), would.asked())).stream()
                .flatMap(gathering -> gathering.wishes().stream())
                .filter(wish -> !wish.caseId().equals(would.known().caseId()));
        gathered.forEach(wish -> items.gathered(wish).ifPresent(parts::add));
        return parts;
    }
}
