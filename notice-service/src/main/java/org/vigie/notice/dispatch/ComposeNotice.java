package org.vigie.notice.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.AwaitChecks;
import org.vigie.notice.composition.GatherNotices;
import org.vigie.notice.composition.Gathering;
import org.vigie.notice.composition.Gathering.Wish;
import org.vigie.notice.composition.NoticeItems;

/** Makes a notice of what was gathered: each wish goes into one notice and no other, whatever crashes in between. */
@Service
public class ComposeNotice {

    private static final Duration UNTIL_A_CHECK = Duration.ofHours(6);

    private final GatherNotices gather;
    private final Notices notices;
    private final NoticeItems items;
    private final AwaitChecks checks;
    private final MakeNotice make;
    private final MissingSettings settings;
    private final Clock clock;

    ComposeNotice(
            GatherNotices gather,
            Notices notices,
            NoticeItems items,
            AwaitChecks checks,
            MakeNotice make,
            MissingSettings settings,
            Clock clock) {
        this.gather = gather;
        this.notices = notices;
        this.items = items;
        this.checks = checks;
        this.make = make;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the notice, unless nothing waits any more, checks are waited for or no setting says who sends it. */
    public void compose(String key) {
        var gathering = gather.find(key);
        if (gathering.wishes().isEmpty()
                || settings.keep(gathering.wishes().getFirst().caseId())) {
            return;
        }
        var made = notices.find(gathering.noticeId());
        if (made.isPresent()) {
            // A crash came after the notice was stored: what it says was seen to, the rest was not.
            finish(gathering, wishes(made.get()));
            return;
        }
        var now = clock.instant();
        var glance = checks.until(gathering, now);
        var ready = glance.isPresent() ? List.<Wish>of() : checks.ready(gathering, now);
        if (!ready.isEmpty()) {
            make(gathering, ready);
            finish(gathering, ready);
        } else if (glance.isPresent()) {
            gather.later(key, glance.get());
        } else {
            gather.postpone(key, now.plus(UNTIL_A_CHECK));
        }
    }

    private void make(Gathering gathering, List<Wish> ready) {
        var noticeId = gathering.noticeId();
        var taken = ready.stream()
                .flatMap(wish -> items.take(noticeId, wish).stream())
                .toList();
        var together = items.together(noticeId, gathering.addressee(), gathering.contactId(), taken);
        if (!together.isEmpty()) {
            make.make(gathering, together);
        }
    }

    private void finish(Gathering gathering, List<Wish> seenTo) {
        gather.close(gathering, seenTo);
        seenTo.forEach(items::gatherAgain);
        gather.reconsider(gathering.noticeId());
    }

    private static List<Wish> wishes(Notice made) {
        return made.items().stream()
                .map(item -> new Wish(item.caseId(), item.itemId()))
                .toList();
    }
}
