package org.vigie.notice.report.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ErrorCategory;
import com.mongodb.bulk.BulkWriteError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.removal.PlaceTokens;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.ReportTurn;
import org.vigie.notice.report.Reports;
import org.vigie.notice.report.Scope;
import org.vigie.notice.report.Withdrawal;
import org.vigie.notice.report.persistence.ReportDocument.Withdrawn;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps reports in the {@code reports} collection. */
@Repository
class MongoReports implements Reports {

    private static final String APPLIED = "applied";
    private static final String WITHDRAWN = "withdrawn";
    private static final String EDITION = "edition";
    private static final int SCAN_LIMIT = 10_000;

    private final MongoOperations mongo;
    private final Seal store;
    private final PlaceTokens tokens;

    MongoReports(MongoOperations mongo, Keysets keysets, PlaceTokens tokens) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
        this.tokens = tokens;
    }

    @Override
    public Optional<Report> find(Scope scope, UUID reportId) {
        return Optional.ofNullable(mongo.findOne(
                        query(within(scope, where("_id").is(reportId.toString()))), ReportDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public Optional<Report> findByReference(Scope scope, String reference) {
        return Optional.ofNullable(
                        mongo.findOne(query(within(scope, where("reference").is(reference))), ReportDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public List<Report> find(Collection<UUID> reportIds) {
        return found(
                query(where("_id").in(reportIds.stream().map(UUID::toString).toList())));
    }

    @Override
    public List<Report> add(List<Report> reports) {
        var documents = reports.stream()
                .map(report -> ReportDocument.of(report, store, tokens))
                .toList();
        try {
            mongo.bulkOps(BulkMode.UNORDERED, ReportDocument.class)
                    .insert(documents)
                    .execute();
            return reports;
        } catch (BulkOperationException e) {
            return withoutThose(known(e), reports);
        }
    }

    /** Where in a list those stand that were there before; what else went wrong is thrown. */
    private static Set<Integer> known(BulkOperationException failed) {
        var errors = failed.getErrors();
        if (errors.stream().anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
            throw failed;
        }
        return errors.stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
    }

    private static List<Report> withoutThose(Set<Integer> places, List<Report> reports) {
        return IntStream.range(0, reports.size())
                .filter(place -> !places.contains(place))
                .mapToObj(reports::get)
                .toList();
    }

    @Override
    public void applied(Report report, UUID caseId) {
        var update =
                new Update().set(APPLIED, report.corrections().made().isEmpty()).set("caseId", caseId);
        if (!changes(asRead(report).and(WITHDRAWN).is(null), update)) {
            mongo.updateFirst(
                    query(where("_id").is(report.reportId().toString())),
                    new Update().set(APPLIED, false).set("caseId", caseId),
                    ReportDocument.class);
        }
    }

    private static Criteria asRead(Report report) {
        return where("_id").is(report.reportId().toString()).and(EDITION).is(ReportDocument.edition(report));
    }

    @Override
    public boolean correct(Report corrected) {
        var stored = mongo.findById(corrected.reportId().toString(), ReportDocument.class);
        return stored != null && isAsErased(stored, corrected) && correct(corrected, stored.urlToken());
    }

    /** What was erased since the report was read is not stored again. */
    private boolean isAsErased(ReportDocument stored, Report read) {
        return stored.toDomain(store).wasErased() == read.wasErased();
    }

    private boolean correct(Report corrected, @Nullable String urlToken) {
        var made = corrected.corrections().made();
        var update = new Update()
                .set("submission", ReportDocument.sealed(corrected, store))
                .set("partnerToken", ReportDocument.partnerToken(corrected, tokens))
                .set("corrected", made)
                .set(EDITION, made.size())
                .set(APPLIED, !corrected.isPending());
        MongoFollowUps.mark(corrected, made.getLast().at(), update);
        var before = where("_id")
                .is(corrected.reportId().toString())
                .and(EDITION)
                .is(made.size() == 1 ? null : made.size() - 1)
                .and("urlToken")
                .is(urlToken);
        return changes(before.and(WITHDRAWN).is(null), update);
    }

    private boolean changes(Criteria which, Update update) {
        return mongo.updateFirst(query(which), update, ReportDocument.class).getMatchedCount() == 1;
    }

    @Override
    public boolean withdraw(Report report, Withdrawal withdrawal) {
        var update = new Update().set(WITHDRAWN, Withdrawn.of(withdrawal)).set(APPLIED, withdrawal.settled());
        MongoFollowUps.mark(report, withdrawal.at(), update);
        return changes(
                where("_id").is(report.reportId().toString()).and(WITHDRAWN).is(null), update);
    }

    @Override
    public void settled(Report report) {
        var before = asRead(report).and(WITHDRAWN);
        mongo.updateFirst(
                query(report.withdrawal() == null ? before.is(null) : before.ne(null)),
                Update.update(APPLIED, true),
                ReportDocument.class);
    }

    @Override
    public List<Report> page(
            Scope scope,
            @Nullable String partnerReference,
            @Nullable Instant receivedSince,
            @Nullable UUID after,
            int limit) {
        var asked = new ArrayList<Criteria>();
        if (scope.origin() != null) {
            asked.add(where("origin").is(scope.origin()));
        }
        if (partnerReference != null) {
            asked.add(where("partnerToken").is(tokens.ofPartnerReference(partnerReference)));
        }
        if (receivedSince != null) {
            asked.add(where("receivedAt").gte(receivedSince));
        }
        if (after != null) {
            asked.add(where("_id").gt(after.toString()));
        }
        return found(asked.isEmpty() ? new Query() : query(new Criteria().andOperator(asked)), limit);
    }

    @Override
    public List<Report> of(Scope scope, UUID caseId, @Nullable UUID after, int limit) {
        var ofCase = within(scope, where("caseId").is(caseId));
        return found(query(after == null ? ofCase : ofCase.and("_id").gt(after.toString())), limit);
    }

    /** Reports of builds before partners' references were searched for have no token of theirs. */
    void fillPartnerToken(String id) {
        var report = find(Scope.EVERYBODYS, UUID.fromString(id)).orElseThrow();
        var partnerReference = report.submission().partnerReference();
        if (partnerReference != null) {
            mongo.updateFirst(
                    query(where("_id").is(id).and("partnerToken").is(null)),
                    Update.update("partnerToken", tokens.ofPartnerReference(partnerReference)),
                    ReportDocument.class);
        }
    }

    private static Criteria within(Scope scope, Criteria asked) {
        return scope.origin() == null ? asked : asked.and("origin").is(scope.origin());
    }

    private List<Report> found(Query query, int limit) {
        return found(query.with(Sort.by("_id")).limit(limit));
    }

    private List<Report> found(Query query) {
        return mongo.find(query, ReportDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public List<Report> pendingWith(Report report, int limit) {
        return found(query(where(APPLIED).is(false).and("urlToken").is(ReportDocument.urlToken(report, tokens)))
                .with(Sort.by("receivedAt", "_id"))
                .limit(limit));
    }

    @Override
    public List<ReportTurn> pending() {
        return Stream.concat(pending(false), pending(true)).toList();
    }

    private Stream<ReportTurn> pending(boolean batched) {
        var query = query(where(APPLIED).is(false).and("batched").is(batched ? true : null))
                .limit(SCAN_LIMIT);
        query.fields().include("_id");
        return mongo.find(query, Document.class, "reports").stream()
                .map(document -> new ReportTurn(UUID.fromString(document.getString("_id")), batched));
    }
}
