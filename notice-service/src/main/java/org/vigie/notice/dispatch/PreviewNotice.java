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
import org.vigie.notice.composition.Item;
import org.vigie.notice.composition.Letter;
import org.vigie.notice.composition.NoticeHeader;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.escalation.DryRun;
import org.vigie.notice.escalation.DryRun.Proposal;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.NotAllowed;
import org.vigie.notice.removal.PendingNotice;

/** Writes what would be sent for a case, and changes nothing. */
@Service
public class PreviewNotice {

    private final Cases cases;
    private final DryRun dryRun;
    private final Notices notices;
    private final GatherNotices gather;
    private final NoticeItems items;
    private final WriteNotice letters;
    private final Clock clock;

    PreviewNotice(
            Cases cases,
            DryRun dryRun,
            Notices notices,
            GatherNotices gather,
            NoticeItems items,
            WriteNotice letters,
            Clock clock) {
        this.cases = cases;
        this.dryRun = dryRun;
        this.notices = notices;
        this.gather = gather;
        this.items = items;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * What would be sent.
     *
     * @param noticeId the notice that is written already, absent while there is none
     * @param header of that notice, or of the one that would be written
     * @param caseIds every case it names
     */
    public record Preview(@Nullable UUID noticeId, NoticeHeader header, List<UUID> caseIds, Letter letter) {}

    /**
     * Empty if there is no such case, or nothing that could be said to anybody.
     *
     * @throws NotAllowed if the case has nobody who can be written to
     */
    public Optional<Preview> of(UUID caseId) {
        return cases.find(caseId).flatMap(known -> {
            var proposal = dryRun.of(known);
            if (proposal.isEmpty() && known.stage() instanceof Unaddressable) {
                throw new NotAllowed(caseId, NotAllowed.Why.NO_CONTACT);
            }
            return proposal.flatMap(one -> written(one.asked()).or(() -> preview(one)));
        });
    }

    private Optional<Preview> written(PendingNotice wish) {
        return Optional.ofNullable(wish.noticeId())
                .flatMap(notices::find)
                .map(notice -> new Preview(
                        notice.noticeId(),
                        notice.header(),
                        notice.items().stream().map(Item::caseId).toList(),
                        notice.letter()));
    }

    private Optional<Preview> preview(Proposal proposal) {
        var parts = parts(proposal);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        // A number is drawn when the notice is written; here it is the one that none has.
        var reference = new NoticeReference(
                "RN-%d-00000000".formatted(now.atOffset(ZoneOffset.UTC).getYear()), 1);
        var wish = proposal.asked();
        var id = NameBasedIds.of("preview", wish.itemId());
        var header = new NoticeHeader(id, reference, wish.kind(), wish.addressee(), wish.contactId(), now);
        var caseIds = parts.stream().map(part -> part.item().caseId()).toList();
        return Optional.of(new Preview(null, header, caseIds, letters.write(header, parts)));
    }

    /** The case's own part, and those of the cases that wait to leave with it. */
    private List<NoticeItems.Current> parts(Proposal proposal) {
        var parts = new ArrayList<NoticeItems.Current>();
        var own = items.current(proposal.known(), proposal.asked());
        if (!own.contents().isEmpty()) {
            parts.add(own);
        }
        var gathered = gather.of(proposal.known(), proposal.asked()).stream()
                .flatMap(gathering -> gathering.wishes().stream())
                .filter(wish -> !wish.caseId().equals(proposal.known().caseId()));
        gathered.forEach(wish -> items.gathered(wish).ifPresent(parts::add));
        return parts;
    }
}
