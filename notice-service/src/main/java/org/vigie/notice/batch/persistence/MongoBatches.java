package org.vigie.notice.batch.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.batch.Batch;
import org.vigie.notice.batch.Batch.Count;
import org.vigie.notice.batch.BatchLine;
import org.vigie.notice.batch.Batches;
import org.vigie.notice.batch.LineResult;
import org.vigie.notice.report.Scope;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.store.DueScan;

/** Keeps batches in the {@code reportBatches} and {@code reportBatchParts} collections. */
@Repository
class MongoBatches implements Batches {

    private static final int ABANDONED_AT_A_TIME = 100;

    private final MongoOperations mongo;
    private final Seal store;

    MongoBatches(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Batch> find(Scope scope, UUID batchId) {
        var asked = where("_id").is(batchId.toString());
        var within = scope.origin() == null ? asked : asked.and("origin").is(scope.origin());
        return Optional.ofNullable(mongo.findOne(query(within), BatchDocument.class))
                .map(BatchDocument::toDomain);
    }

    @Override
    public long unfinished(String origin) {
        return mongo.count(query(where("origin").is(origin).and("due").ne(null)), BatchDocument.class);
    }

    @Override
    public void addPart(UUID upload, int part, List<BatchLine> lines, Instant at) {
        mongo.insert(PartDocument.of(upload, part, lines, at, store));
    }

    @Override
    public boolean add(Batch batch) {
        try {
            mongo.insert(BatchDocument.of(batch, batch.receivedAt()));
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    @Override
    public void forget(UUID upload) {
        mongo.remove(query(where("upload").is(upload)), PartDocument.class);
    }

    @Override
    public void forgetAbandoned(Instant before) {
        var old = query(where("waiting").is(true).and("at").lt(before)).limit(ABANDONED_AT_A_TIME);
        old.fields().include("upload");
        mongo.find(old, Document.class, "reportBatchParts").stream()
                .map(part -> part.get("upload", UUID.class))
                .distinct()
                .filter(upload -> !mongo.exists(query(where("upload").is(upload)), BatchDocument.class))
                .forEach(this::forget);
    }

    @Override
    public Map<UUID, Instant> due() {
        return DueScan.earliest(mongo, "reportBatches", UUID::fromString);
    }

    @Override
    public Optional<Batch> take(UUID batchId, Instant now, Instant until) {
        return Optional.ofNullable(mongo.findAndModify(
                        query(where("_id").is(batchId.toString()).and("due").lte(now)),
                        Update.update("due", until),
                        FindAndModifyOptions.options().returnNew(true),
                        BatchDocument.class))
                .map(BatchDocument::toDomain);
    }

    @Override
    public List<BatchLine> unanswered(UUID upload, int part) {
        return part(upload, part).lines(store);
    }

    @Override
    public void answer(UUID upload, int part, List<LineResult> results) {
        var refused = Math.toIntExact(results.stream()
                .filter(result -> result.state() == LineResult.State.REFUSED)
                .count());
        mongo.updateFirst(
                query(where("_id")
                        .is(PartDocument.id(upload, part))
                        .and("waiting")
                        .is(true)),
                new Update()
                        .set("waiting", false)
                        .set(
                                "results",
                                results.stream().map(PartDocument.Result::of).toList())
                        .set("accepted", results.size() - refused)
                        .set("refused", refused)
                        .unset("unanswered"),
                PartDocument.class);
    }

    @Override
    public Count count(UUID upload, int part) {
        var stored = part(upload, part);
        return new Count(stored.accepted(), stored.refused());
    }

    @Override
    public void advance(Batch before, Batch after, Instant now) {
        var progress = new Update()
                .set("worked", after.worked())
                .set("accepted", after.accepted())
                .set("refused", after.refused());
        mongo.updateFirst(
                query(where("_id").is(before.batchId().toString()).and("worked").is(before.worked())),
                after.isDone() ? progress.unset("due") : progress.set("due", now),
                BatchDocument.class);
    }

    @Override
    public List<LineResult> results(UUID upload, int after, LineResult.@Nullable State state, int parts) {
        var answered = where("upload")
                .is(upload)
                .and("waiting")
                .is(false)
                .and("lastLine")
                .gt(after);
        var wanted = state == null
                ? answered
                : answered.and(state == LineResult.State.FILED ? "accepted" : "refused")
                        .gt(0);
        var found = query(wanted).with(Sort.by("lastLine")).limit(parts);
        return mongo.find(found, PartDocument.class).stream()
                .flatMap(part -> part.answers().stream())
                .filter(result -> result.line() > after && (state == null || result.state() == state))
                .toList();
    }

    private PartDocument part(UUID upload, int part) {
        return Objects.requireNonNull(
                mongo.findById(PartDocument.id(upload, part), PartDocument.class), "a batch has all its parts");
    }
}
