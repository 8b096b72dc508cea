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
        Meaning.Kind kind,
        @Nullable Fate fate,
        @Nullable Confidence confidence,
        @Nullable ReplyOutcome outcome,
        Complaint.@Nullable About about) {

    static MeaningDocument of(Meaning meaning) {
        var kind = meaning.kind();
        return switch (meaning) {
            case DeliveryReport(var fate, var _, var confidence) ->
                new MeaningDocument(kind, fate, confidence, null, null);
            case Complaint(var about) -> new MeaningDocument(kind, null, null, null, about);
            case Answer(var outcome, var confidence) -> new MeaningDocument(kind, null, confidence, outcome, null);
            case AutomaticReply _, Unparsed _ -> new MeaningDocument(kind, null, null, null, null);
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
