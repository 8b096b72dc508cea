package org.vigie.notice.delivery.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.delivery.Submission;
import org.vigie.notice.delivery.Submissions;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps submissions in the {@code form_submissions} collection. */
@Repository
class MongoSubmissions implements Submissions {

    private final MongoOperations mongo;
    private final Seal store;

    MongoSubmissions(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Submission> find(String deliveryId) {
        return Optional.ofNullable(mongo.findById(deliveryId, SubmissionDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public void save(Submission submission) {
        mongo.save(SubmissionDocument.of(submission, store));
    }

    @Override
    public void remove(String deliveryId) {
        mongo.remove(query(where("_id").is(deliveryId)), SubmissionDocument.class);
    }
}
