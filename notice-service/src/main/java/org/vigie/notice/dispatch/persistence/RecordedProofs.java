package org.vigie.notice.dispatch.persistence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.dispatch.Acceptance;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Proofs;
import org.vigie.notice.oversight.ProviderNames;
import org.vigie.support.audit.Audit;

/** Records acceptances in this instance's audit, and keeps the proofs in {@code notice_proofs} for all instances. */
@Repository
class RecordedProofs implements Proofs {

    private static final String WHO = "notice-service";

    private final MongoOperations mongo;
    private final Audit audit;
    private final ProviderNames names;

    RecordedProofs(MongoOperations mongo, Audit audit, ProviderNames names) {
        this.mongo = mongo;
        this.audit = audit;
        this.names = names;
    }

    @Override
    public void accepted(Notice notice, Instant at) {
        if (find(notice.noticeId()).isPresent()) {
            return;
        }
        var about = Acceptance.of(notice, at, names.of(notice.addressee().providerId()));
        var proof = audit.add(WHO, "notice accepted", about);
        try {
            mongo.insert(new ProofDocument(notice.noticeId().toString(), proof.text()));
        } catch (DuplicateKeyException _) {
            // Another instance was faster: both entries say the same.
        }
    }

    @Override
    public Optional<String> find(UUID noticeId) {
        return Optional.ofNullable(mongo.findById(noticeId.toString(), ProofDocument.class))
                .map(ProofDocument::proof);
    }
}
