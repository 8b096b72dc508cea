package org.vigie.notice.inbound;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;

/** Finds the notice that a message answers. */
@Component
class FindNotice {

    private final Notices notices;

    FindNotice(Notices notices) {
        this.notices = notices;
    }

    /** @param by what named it */
    record Found(Notice notice, IdentifiedBy by) {}

    /** By what is trusted most and names one; empty if nothing does. */
    Optional<Found> of(Mail mail) {
        return Trace.of(mail).stream()
                .flatMap(trace -> named(trace).map(notice -> new Found(notice, trace.by())).stream())
                .findFirst();
    }

    private Optional<Notice> named(Trace trace) {
        return switch (trace.by()) {
            case RECIPIENT, RETURNED_SENDER -> notices.findByToken(trace.value());
            case ENVELOPE_ID -> notices.find(UUID.fromString(trace.value()));
            case RETURNED_MESSAGE_ID, IN_REPLY_TO, REFERENCES, SUBJECT, TEXT -> referred(trace.value());
        };
    }

    private Optional<Notice> referred(String reference) {
        var slash = reference.indexOf('/');
        var sequence = Integer.parseInt(reference.substring(slash + 1));
        return notices.findByReference(reference.substring(0, slash)).stream()
                .filter(notice -> notice.reference().sequence() == sequence)
                .findFirst();
    }
}
