package org.vigie.notice.report.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.report.ReportChanges;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.work.Optimistic;

/** Keeps changes in the {@code reportChanges} collection; a unique index refuses a number that is taken. */
@Repository
class MongoReportChanges implements ReportChanges {

    private static final String NUMBER = "number";

    private final MongoOperations mongo;
    private final Seal store;

    MongoReportChanges(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public ReportChange append(ReportChange change) {
        return Optimistic.change(() -> stored(change)
                .or(() -> Optimistic.write(() -> {
                    var numbered = change.numbered(last(change.origin()) + 1);
                    mongo.insert(ChangeDocument.of(numbered, store));
                    return numbered;
                })));
    }

    private Optional<ReportChange> stored(ReportChange change) {
        return Optional.ofNullable(mongo.findById(change.changeId().toString(), ChangeDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public long last(String origin) {
        var last = mongo.findOne(
                query(where("origin").is(origin)).with(Sort.by(Sort.Direction.DESC, NUMBER)), ChangeDocument.class);
        return last == null ? 0 : last.number();
    }

    @Override
    public List<ReportChange> after(String origin, long number, int limit) {
        var beyond = where("origin").is(origin).and(NUMBER).gt(number);
        return mongo.find(query(beyond).with(Sort.by(NUMBER)).limit(limit), ChangeDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public Optional<ReportChange> numbered(String origin, long number) {
        return first(where("origin").is(origin).and(NUMBER).is(number));
    }

    @Override
    public Optional<ReportChange> nextOf(ReportChange change) {
        return first(where("reportId").is(change.reportId()).and(NUMBER).gt(change.number()));
    }

    private Optional<ReportChange> first(Criteria criteria) {
        return Optional.ofNullable(mongo.findOne(query(criteria).with(Sort.by(NUMBER)), ChangeDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public long before(String origin, Instant since) {
        var noted = where("origin").is(origin).and("at").gte(since);
        var first = mongo.findOne(query(noted).with(Sort.by(NUMBER)), ChangeDocument.class);
        return first == null ? last(origin) : first.number() - 1;
    }
}
