package org.vigie.notice.report.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.report.FollowUp;
import org.vigie.notice.report.FollowUps;
import org.vigie.notice.report.Followed;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.Report;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.store.DueScan;

/** Keeps with each report how far its partner was told. */
@Repository
class MongoFollowUps implements FollowUps {

    private final MongoOperations mongo;
    private final Seal store;

    MongoFollowUps(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Map<UUID, Instant> due() {
        return DueScan.earliest(mongo, "reports", UUID::fromString);
    }

    @Override
    public List<UUID> mark(Collection<UUID> caseIds, Instant now) {
        var heard =
                new Criteria().orOperator(where("told").ne(null), where("due").lte(now));
        var marked = mongo.updateMulti(
                query(where("caseId").in(caseIds).andOperator(heard)),
                Update.update("due", now).inc("marks", 1),
                ReportDocument.class);
        if (marked.getModifiedCount() == 0) {
            return List.of();
        }
        var query = query(where("caseId").in(caseIds).and("due").lte(now)).limit(DueScan.LIMIT);
        query.fields().include("_id");
        return mongo.find(query, Document.class, "reports").stream()
                .map(document -> UUID.fromString(document.getString("_id")))
                .toList();
    }

    @Override
    public Optional<FollowUp> find(UUID reportId) {
        return Optional.ofNullable(mongo.findById(reportId.toString(), ReportDocument.class))
                .filter(document -> Origin.isPartners(document.origin()))
                .map(document -> new FollowUp(
                        document.toDomain(store),
                        Objects.requireNonNullElse(document.told(), Step.RECEIVED),
                        Objects.requireNonNullElse(document.toldEdition(), 0),
                        Objects.requireNonNullElse(document.changes(), 0L),
                        Objects.requireNonNullElse(document.marks(), 0L)));
    }

    @Override
    public void told(FollowUp told) {
        mongo.updateFirst(
                query(counted(told.report().reportId(), "changes", told.changes() - 1)),
                Update.update("told", told.told())
                        .set("toldEdition", told.edition())
                        .inc("changes", 1),
                ReportDocument.class);
    }

    @Override
    public void looked(FollowUp read, @Nullable Instant again) {
        var reportId = read.report().reportId();
        if (again == null) {
            // From here on a change of its case marks it.
            mongo.updateFirst(
                    query(where("_id").is(reportId.toString()).and("told").is(null)),
                    Update.update("told", Step.RECEIVED),
                    ReportDocument.class);
        }
        var next = again == null ? new Update().unset("due") : Update.update("due", again);
        mongo.updateFirst(query(counted(reportId, "marks", read.marks())), next, ReportDocument.class);
    }

    /** Has the report looked at, if a partner handed it in. */
    static void mark(Report report, Instant due, Update update) {
        if (Origin.isPartners(report.origin())) {
            update.set("due", due).inc("marks", 1);
        }
    }

    /** Of builds before there were changes; a partner is told of them where they are by now. */
    void fillDue(String id) {
        var report = Objects.requireNonNull(mongo.findById(id, ReportDocument.class));
        if (Origin.isPartners(report.origin())) {
            mongo.updateFirst(
                    query(where("_id").is(id).and("due").is(null).and("told").is(null)),
                    Update.update("due", Followed.heardFrom(report.toDomain(store))),
                    ReportDocument.class);
        }
    }

    private static Criteria counted(UUID reportId, String field, long count) {
        return where("_id").is(reportId.toString()).and(field).is(count == 0 ? null : count);
    }
}
