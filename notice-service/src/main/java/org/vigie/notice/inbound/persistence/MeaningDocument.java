package org.vigie.notice.inbound.persistence;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.notice.inbound.Fate;
import org.vigie.notice.inbound.Meaning;
import org.vigie.notice.inbound.Meaning.Answer;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.Complaint;
import org.vigie.notice.inbound.Meaning.DeliveryReport;
import org.vigie.notice.inbound.Meaning.Recipient;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.removal.ReplyOutcome;

/** What a message is, as it is stored; the recipients of a report are with the words, which are sealed. */
record MeaningDocument(
        Kind kind,
        @Nullable Fate fate,
        @Nullable Confidence confidence,
        @Nullable ReplyOutcome outcome,
        Complaint.@Nullable About about) {

    enum Kind {
        DELIVERY_REPORT,
        COMPLAINT,
        AUTOMATIC_REPLY,
        ANSWER,
        UNPARSED
    }

    static MeaningDocument of(Meaning meaning) {
        return switch (meaning) {
            case DeliveryReport(var fate, var _, var confidence) ->
                new MeaningDocument(Kind.DELIVERY_REPORT, fate, confidence, null, null);
            case Complaint(var about) -> new MeaningDocument(Kind.COMPLAINT, null, null, null, about);
            case AutomaticReply _ -> new MeaningDocument(Kind.AUTOMATIC_REPLY, null, null, null, null);
            case Answer(var outcome, var confidence) ->
                new MeaningDocument(Kind.ANSWER, null, confidence, outcome, null);
            case Unparsed _ -> new MeaningDocument(Kind.UNPARSED, null, null, null, null);
        };
    }

    Meaning toDomain(List<Recipient> recipients) {
        return switch (kind) {
            case DELIVERY_REPORT ->
                new DeliveryReport(Objects.requireNonNull(fate), recipients, Objects.requireNonNull(confidence));
            case COMPLAINT -> new Complaint(Objects.requireNonNull(about));
            case AUTOMATIC_REPLY -> new AutomaticReply();
            case ANSWER -> new Answer(Objects.requireNonNull(outcome), Objects.requireNonNull(confidence));
            case UNPARSED -> new Unparsed();
        };
    }
}
