package org.vigie.notice.dispatch;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.Gathering;
import org.vigie.notice.composition.NoticeHeader;
import org.vigie.notice.composition.NoticeItems;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.message.UnsafeNotice;
import org.vigie.notice.reference.ReferenceNumbers;
import org.vigie.notice.removal.ContactedAddressee;

/** Writes and stores a new notice of what the cases of a gathering want said. */
@Component
class MakeNotice {

    private static final Logger LOG = LoggerFactory.getLogger(MakeNotice.class);

    private final Notices notices;
    private final WriteNotice letters;
    private final TellCases tellCases;
    private final ReferenceNumbers references;
    private final Clock clock;

    MakeNotice(Notices notices, WriteNotice letters, TellCases tellCases, ReferenceNumbers references, Clock clock) {
        this.notices = notices;
        this.letters = letters;
        this.tellCases = tellCases;
        this.references = references;
        this.clock = clock;
    }

    /** Once stored it is there, however often it is made; cases that cannot be written to this contact go on. */
    void make(Gathering gathering, List<NoticeItems.Current> together) {
        try {
            add(gathering, together);
        } catch (UnsafeNotice e) {
            LOG.atError()
                    .addKeyValue("contactId", gathering.contactId())
                    .addKeyValue("field", e.field())
                    .log("notice cannot be written; its cases go on without this contact");
            tellCases.unwritable(
                    gathering.noticeId(),
                    gathering.kind(),
                    gathering.addressee(),
                    gathering.contactId(),
                    together.stream().map(NoticeItems.Current::item).toList());
        }
    }

    private void add(Gathering gathering, List<NoticeItems.Current> taken) {
        var now = clock.instant();
        var header = new NoticeHeader(
                gathering.noticeId(),
                reference(gathering, taken),
                gathering.kind(),
                gathering.addressee(),
                gathering.contactId(),
                now);
        var items = taken.stream().map(NoticeItems.Current::item).toList();
        var notice = Notice.written(header, items, letters.write(header, taken));
        if (notices.add(notice)) {
            LOG.atInfo()
                    .addKeyValue("noticeId", header.noticeId())
                    .addKeyValue("caseIds", notice.caseIds())
                    .addKeyValue("noticeRef", header.reference())
                    .addKeyValue("providerId", gathering.addressee().providerId())
                    .addKeyValue("kind", gathering.kind())
                    .addKeyValue("items", taken.size())
                    .log("notice written");
        }
    }

    /** A reminder carries on the reference of the first notice, where all it names share one. */
    private NoticeReference reference(Gathering gathering, List<NoticeItems.Current> taken) {
        var earlier = new HashSet<String>();
        for (var current : taken) {
            earlier.add(current.known()
                    .pursuit()
                    .contacted(gathering.addressee())
                    .map(ContactedAddressee::reference)
                    .orElse(""));
        }
        if (gathering.kind() == NoticeKind.REMINDER && earlier.size() == 1 && !earlier.contains("")) {
            var number = earlier.iterator().next();
            return new NoticeReference(number, references.nextSequence(number));
        }
        return new NoticeReference(references.next("RN", clock.instant()), 1);
    }
}
