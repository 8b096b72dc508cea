package org.vigie.notice.dispatch.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.store.DueScan;
import org.vigie.support.work.Optimistic;

/** Keeps notices in the {@code notices} collection. */
@Repository
class MongoNotices implements Notices {

    private final MongoOperations mongo;
    private final Seal store;

    MongoNotices(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Notice> find(UUID noticeId) {
        return Optional.ofNullable(mongo.findById(noticeId.toString(), NoticeDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public List<Notice> findByReference(String number) {
        return mongo.find(query(where("reference").is(number)), NoticeDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public Optional<Notice> findByToken(String token) {
        return Optional.ofNullable(mongo.findOne(query(where("token").is(token)), NoticeDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public List<Notice> toContact(UUID contactId, int limit) {
        var query = query(where("contactId").is(contactId))
                .with(Sort.by(Sort.Direction.DESC, "createdAt"))
                .limit(limit);
        return mongo.find(query, NoticeDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public List<Notice> naming(UUID caseId) {
        var query = query(where("items.caseId").is(caseId)).with(Sort.by("createdAt", "_id"));
        return mongo.find(query, NoticeDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public boolean add(Notice notice) {
        try {
            mongo.insert(NoticeDocument.of(notice, store));
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    @Override
    public Optional<Notice> save(Notice notice) {
        return Optimistic.write(() -> mongo.save(NoticeDocument.of(notice, store)))
                .map(saved -> notice.storedAt(Objects.requireNonNull(saved.version())));
    }

    @Override
    public Optional<Notice> saveState(Notice notice) {
        var read = Objects.requireNonNull(notice.version());
        var update = new Update()
                .set("version", read + 1)
                .set("state", StateDocument.of(notice.state()))
                .set("attempts", notice.attempts());
        notice.state().due().ifPresentOrElse(due -> update.set("due", due), () -> update.unset("due"));
        var stored = mongo.updateFirst(
                query(where("_id")
                        .is(notice.noticeId().toString())
                        .and("version")
                        .is(read)),
                update,
                NoticeDocument.class);
        return stored.getMatchedCount() == 0 ? Optional.empty() : Optional.of(notice.storedAt(read + 1));
    }

    @Override
    public Map<UUID, Instant> due() {
        return DueScan.earliest(mongo, "notices", UUID::fromString);
    }
}
