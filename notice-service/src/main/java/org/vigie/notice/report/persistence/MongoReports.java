package org.vigie.notice.report.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.Reports;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps reports in the {@code reports} collection. */
@Repository
class MongoReports implements Reports {

    private static final int SCAN_LIMIT = 10_000;

    private final MongoOperations mongo;
    private final Seal store;

    MongoReports(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Report> find(UUID reportId) {
        return Optional.ofNullable(mongo.findById(reportId.toString(), ReportDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public Optional<Report> findByReference(String reference) {
        return Optional.ofNullable(mongo.findOne(query(where("reference").is(reference)), ReportDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public boolean add(Report report) {
        try {
            mongo.insert(ReportDocument.of(report, store));
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    @Override
    public void applied(UUID reportId, UUID caseId) {
        mongo.updateFirst(
                query(where("_id").is(reportId.toString())),
                new Update().set("applied", true).set("caseId", caseId),
                ReportDocument.class);
    }

    @Override
    public List<UUID> pending() {
        var query = query(where("applied").is(false)).limit(SCAN_LIMIT);
        query.fields().include("_id");
        return mongo.find(query, Document.class, "reports").stream()
                .map(document -> UUID.fromString(document.getString("_id")))
                .toList();
    }
}
