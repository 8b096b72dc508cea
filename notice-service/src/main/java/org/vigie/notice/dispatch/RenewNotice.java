package org.vigie.notice.dispatch;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.UnsafeNotice;
import org.vigie.notice.removal.RemovalCase;

/** Has a notice say just what its cases want said when it leaves. */
@Component
class RenewNotice {

    private final NoticeItems items;
    private final WriteNotice letters;
    private final TellCases tellCases;
    private final FormTasks forms;
    private final Notices notices;
    private final KeepNotice keep;
    private final Clock clock;

    RenewNotice(
            NoticeItems items,
            WriteNotice letters,
            TellCases tellCases,
            FormTasks forms,
            Notices notices,
            KeepNotice keep,
            Clock clock) {
        this.items = items;
        this.letters = letters;
        this.tellCases = tellCases;
        this.forms = forms;
        this.notices = notices;
        this.keep = keep;
        this.clock = clock;
    }

    /** The cases of the notice as they are stored now. */
    Map<UUID, RemovalCase> cases(Notice notice) {
        return items.cases(notice.items());
    }

    /** Whether a chain or a check is wanted first, because what there is has become too old. */
    boolean waitsForOthers(Notice notice, Map<UUID, RemovalCase> cases) {
        return items.waitForOthers(notice.noticeId(), notice.items(), cases);
    }

    /**
     * What the cases do not want said any more is not said.
     *
     * @param cases as they were stored after the claim
     * @return the notice as it may leave, withdrawn if nothing of it was left to say; empty if someone stored another
     *     version meanwhile
     */
    Optional<Notice> upToDate(NoticeIn<Claimed> claimed, Map<UUID, RemovalCase> cases) {
        var notice = claimed.notice();
        if (notice.kind() == NoticeKind.TEST) {
            return Optional.of(notice); // no case stands behind it
        }
        var wanted = items.now(notice.header(), notice.items(), cases);
        if (wanted.isEmpty()) {
            return withdrawn(claimed);
        }
        var said = wanted.stream().map(NoticeItems.Current::item).toList();
        if (said.equals(notice.items())) {
            return Optional.of(notice);
        }
        try {
            var anew = notice.saying(said, letters.write(notice.header(), wanted));
            forms.follow(notice, anew);
            return notices.save(anew);
        } catch (UnsafeNotice _) {
            tellCases.unwritable(notice.noticeId(), notice.kind(), notice.addressee(), notice.contactId(), said);
            return withdrawn(claimed);
        }
    }

    private Optional<Notice> withdrawn(NoticeIn<Claimed> claimed) {
        return keep.keep(claimed.moved(one -> one.withdrawn(clock.instant())).notice());
    }

    /** Whether its cases still want just what it says; if not, those who want something else go on. */
    boolean isStillWanted(Notice notice) {
        return items.allStillWanted(notice.noticeId(), notice.items());
    }

    void dropUnwanted(Notice notice) {
        items.dropUnwanted(notice.noticeId(), notice.items());
    }
}
