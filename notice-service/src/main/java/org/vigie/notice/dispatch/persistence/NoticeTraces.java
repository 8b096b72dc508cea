package org.vigie.notice.dispatch.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.composition.Item;
import org.vigie.notice.erasure.NoticeTrace;
import org.vigie.notice.erasure.Trace;
import org.vigie.notice.removal.Cases;

/**
 * A notice is erased with the last of its cases, and with it whatever came back to it. The proof that it was accepted
 * stays: it names no URL.
 */
@Repository
class NoticeTraces implements Trace {

    private final MongoOperations mongo;
    private final Cases cases;
    private final List<NoticeTrace> others;

    NoticeTraces(MongoOperations mongo, Cases cases, List<NoticeTrace> others) {
        this.mongo = mongo;
        this.cases = cases;
        this.others = List.copyOf(others);
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public long erase(UUID caseId, Instant until) {
        var naming = where("items.caseId").is(caseId).and("createdAt").lte(until);
        var over = mongo.find(query(naming), NoticeDocument.class).stream()
                .filter(this::isOver)
                .toList();
        over.forEach(this::erase);
        return over.size();
    }

    private boolean isOver(NoticeDocument notice) {
        return notice.items().stream().map(Item::caseId).distinct().allMatch(this::isErased);
    }

    private boolean isErased(UUID caseId) {
        return cases.find(caseId).filter(known -> known.erasedAt().isEmpty()).isEmpty();
    }

    /** What came back first: by the notice it is found again after a crash. */
    private void erase(NoticeDocument notice) {
        others.forEach(one -> one.eraseOf(UUID.fromString(notice.id())));
        mongo.remove(query(where("_id").is(notice.id())), NoticeDocument.class);
    }
}
