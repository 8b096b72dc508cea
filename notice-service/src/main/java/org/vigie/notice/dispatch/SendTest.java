package org.vigie.notice.dispatch;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.composition.KnownContacts;
import org.vigie.notice.composition.NoticeHeader;
import org.vigie.notice.composition.NoticeQueues;
import org.vigie.notice.contact.RecordFeedback;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.message.NoticeReference;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.reference.ReferenceNumbers;
import org.vigie.notice.removal.Addressee;

/** Asks a contact whether it takes notices, by one that names no URL, and keeps that somebody answered. */
@Service
public class SendTest {

    private final KnownContacts contacts;
    private final Notices notices;
    private final WriteNotice letters;
    private final ReferenceNumbers references;
    private final RecordFeedback feedback;
    private final NoticeQueues queues;
    private final Clock clock;

    SendTest(
            KnownContacts contacts,
            Notices notices,
            WriteNotice letters,
            ReferenceNumbers references,
            RecordFeedback feedback,
            NoticeQueues queues,
            Clock clock) {
        this.contacts = contacts;
        this.notices = notices;
        this.letters = letters;
        this.references = references;
        this.feedback = feedback;
        this.queues = queues;
        this.clock = clock;
    }

    /**
     * Sends it; the same key sends one.
     *
     * @return the notice, empty if the provider has no such contact
     */
    public Optional<Notice> to(UUID providerId, UUID contactId, String key) {
        return contacts.find(providerId, contactId).map(known -> {
            var id = NameBasedIds.of("test", contactId, key);
            return notices.find(id)
                    .orElseGet(() -> written(
                            id, new Addressee(providerId, known.provider().type()), contactId));
        });
    }

    /**
     * Somebody at the contact answered a notice.
     *
     * @return whether such a notice was sent to the contact
     */
    public boolean answered(UUID providerId, UUID contactId, String reference) {
        var wasSent = notices.findByReference(reference.replaceAll("/[0-9]+$", "")).stream()
                .anyMatch(notice -> notice.contactId().equals(contactId)
                        && notice.addressee().providerId().equals(providerId));
        if (wasSent) {
            feedback.confirmed(contactId, providerId, clock.instant());
        }
        return wasSent;
    }

    private Notice written(UUID id, Addressee addressee, UUID contactId) {
        var now = clock.instant();
        var reference = new NoticeReference(references.next("RN", now), 1);
        var header = new NoticeHeader(id, reference, NoticeKind.TEST, addressee, contactId, now);
        notices.add(Notice.written(header, List.of(), letters.write(header, List.of())));
        queues.send(id, now);
        return notices.find(id).orElseThrow();
    }
}
