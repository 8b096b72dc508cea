package org.vigie.notice.delivery.persistence;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.delivery.Submission;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/** A submission as it is stored. */
@Document("form_submissions")
record SubmissionDocument(@Id String id, Submission.Outcome outcome, Instant at, SealedUrl words) {

    /** People's names and words, sealed for this document. */
    record Words(String proof, String by) {}

    static SubmissionDocument of(Submission submission, Seal store) {
        var words = EventJson.MAPPER.writeValueAsString(new Words(submission.proof(), submission.by()));
        var id = submission.deliveryId();
        return new SubmissionDocument(id, submission.outcome(), submission.at(), store.seal(words, id));
    }

    Submission toDomain(Seal store) {
        var said = EventJson.MAPPER.readValue(store.open(words, id), Words.class);
        return new Submission(id, outcome, said.proof(), said.by(), at);
    }
}
