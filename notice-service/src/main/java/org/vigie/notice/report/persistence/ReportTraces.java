package org.vigie.notice.report.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.erasure.Trace;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Reports stay, for whoever handed them in: what they are about is known, and not where or who. */
@Repository
class ReportTraces implements Trace {

    private static final String URL_TOKEN = "urlToken";
    private static final int PORTION = 500;

    private final MongoOperations mongo;
    private final Seal store;

    ReportTraces(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public long erase(UUID caseId, Instant until) {
        long erased = 0;
        var portion = left(caseId, until);
        while (!portion.isEmpty()) {
            forgetReferences(portion);
            portion.forEach(this::erase);
            erased += portion.size();
            portion = left(caseId, until);
        }
        return erased;
    }

    private List<ReportDocument> left(UUID caseId, Instant until) {
        var ofCase = where("caseId")
                .is(caseId)
                .and("receivedAt")
                .lte(until)
                .and(URL_TOKEN)
                .ne(null);
        return mongo.find(query(ofCase).limit(PORTION), ReportDocument.class);
    }

    private void erase(ReportDocument document) {
        var submission = EventJson.MAPPER.writeValueAsString(
                document.toDomain(store).submission().erased());
        mongo.updateFirst(
                query(where("_id").is(document.id())),
                Update.update("submission", store.seal(submission, document.id()))
                        .unset(URL_TOKEN)
                        .unset("partnerToken"),
                ReportDocument.class);
    }

    /** What partners were told of them stays, and not under which reference of theirs. */
    private void forgetReferences(List<ReportDocument> reports) {
        var ids = reports.stream().map(report -> UUID.fromString(report.id())).toList();
        mongo.updateMulti(
                query(where("reportId").in(ids)), new Update().unset("partnerReference"), ChangeDocument.class);
    }
}
