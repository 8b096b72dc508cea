package org.vigie.notice.removal.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.notice.removal.CaseFilter;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.Milestones;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Settled;
import org.vigie.support.outbox.Relay;
import org.vigie.support.store.DueScan;
import org.vigie.support.work.Optimistic;

/** Keeps cases in the {@code cases} collection. */
@Repository
class MongoCases implements Cases {

    private static final String SETTLED = "settledAt";

    private final MongoOperations mongo;
    private final CaseSecrets secrets;
    private final CasesOutbox outbox;
    private final Relay relay;
    private final Clock clock;

    MongoCases(MongoOperations mongo, CaseSecrets secrets, CasesOutbox outbox, Relay relay, Clock clock) {
        this.mongo = mongo;
        this.secrets = secrets;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public Optional<RemovalCase> find(UUID caseId) {
        return Optional.ofNullable(mongo.findById(caseId.toString(), CaseDocument.class))
                .map(document -> document.toDomain(secrets));
    }

    @Override
    public Optional<RemovalCase> atHand(UUID caseId) {
        return outbox.last(caseId);
    }

    @Override
    public Optional<UUID> withUrl(String urlToken) {
        return ids(query(where("urlToken").is(urlToken))).stream().findFirst();
    }

    @Override
    public boolean waitsToBeGathered(UUID caseId, UUID itemId) {
        var wish = where("_id").is(caseId.toString()).and("asked.itemId").is(itemId);
        return !ids(query(wish.and("asked.noticeId").is(null))).isEmpty();
    }

    @Override
    public Optional<RemovalCase> save(RemovalCase removalCase) {
        return Optimistic.write(() -> {
            var saved = mongo.save(CaseDocument.of(removalCase, secrets, clock.instant()));
            var stored = removalCase.storedAt(Objects.requireNonNull(saved.version()));
            outbox.stored(stored);
            relay.stored(outbox.name(), saved.id());
            return stored;
        });
    }

    @Override
    public List<UUID> withContent(Collection<String> tokens, int limit) {
        var query = query(where("contentTokens").in(tokens)).limit(limit);
        return ids(query);
    }

    @Override
    public List<RemovalCase> signalledTo(UUID providerId, Collection<String> tokens, int limit) {
        var query = query(where("contentTokens")
                        .in(tokens)
                        .and("rungs.addressee.providerId")
                        .is(providerId))
                .with(Sort.by(Sort.Direction.DESC, "firstHandoverAt"));
        return found(query, limit);
    }

    @Override
    public Map<UUID, Instant> due() {
        return DueScan.earliest(mongo, "cases", UUID::fromString);
    }

    @Override
    public List<UUID> waitingFor(UUID providerId) {
        return ids(query(where("wants.provider").is(providerId)));
    }

    @Override
    public List<UUID> writingTo(UUID providerId) {
        return ids(query(where("route.addressee.providerId").is(providerId)));
    }

    @Override
    public List<RemovalCase> beforeFirstNotice(String hostToken, int limit) {
        return found(
                query(where("hostToken")
                        .is(hostToken)
                        .and("action.name")
                        .in(CaseSnapshot.Action.VERIFIED, CaseSnapshot.Action.ROUTED)
                        .and("asked")
                        .is(null)),
                limit);
    }

    @Override
    public List<RemovalCase> notRemindedSince(Instant since, int limit) {
        return found(query(where("lastHandoverAt").lt(since)), limit);
    }

    /** Cases of builds before changes and reminders were looked for do not say when they were stored and reminded. */
    void fillWhenChangedAndReminded(String id) {
        var stored = Objects.requireNonNull(mongo.findById(id, CaseDocument.class));
        var whole = CaseDocument.of(stored.toDomain(secrets), secrets, clock.instant());
        if (stored.changedAt() == null || !Objects.equals(stored.lastHandoverAt(), whole.lastHandoverAt())) {
            var changedAt = Objects.requireNonNullElse(stored.changedAt(), whole.changedAt());
            // Whoever stored it meanwhile stored both.
            mongo.updateFirst(
                    query(where("_id").is(id).and("version").is(stored.version())),
                    Update.update("changedAt", changedAt).set("lastHandoverAt", whole.lastHandoverAt()),
                    CaseDocument.class);
        }
    }

    @Override
    public List<UUID> settledBefore(Instant instant, int limit) {
        return ids(query(where(SETTLED).lt(instant)).with(Sort.by(SETTLED)).limit(limit));
    }

    @Override
    public void nothingLeft(UUID caseId, long version) {
        mongo.updateFirst(
                query(where("_id").is(caseId.toString()).and("version").is(version)),
                new Update().unset(SETTLED),
                CaseDocument.class);
    }

    /** Cases of builds before anything was erased do not say since when nothing is to be done about them. */
    void fillWhenSettled(String id) {
        var stored = Objects.requireNonNull(mongo.findById(id, CaseDocument.class));
        var since = Settled.of(stored.toDomain(secrets)).since();
        if (stored.settledAt() == null && since.isPresent()) {
            mongo.updateFirst(
                    query(where("_id").is(id).and("version").is(stored.version())),
                    Update.update(SETTLED, since.get()),
                    CaseDocument.class);
        }
    }

    private List<RemovalCase> found(Query query, int limit) {
        return mongo.find(query.limit(limit), CaseDocument.class).stream()
                .map(document -> document.toDomain(secrets))
                .toList();
    }

    @Override
    public List<RemovalCase> page(CaseFilter filter, @Nullable UUID after, int limit) {
        var asked = new ArrayList<Criteria>();
        add(asked, filter.state(), where("shown")::is);
        add(asked, filter.stuckBefore(), MongoCases::isStuck);
        add(asked, filter.provider(), where("route.addressee.providerId")::is);
        add(asked, filter.hostToken(), where("hostToken")::is);
        add(asked, filter.receivedSince(), where("receivedAt")::gte);
        add(asked, filter.changedSince(), where("changedAt")::gte);
        add(
                asked,
                filter.ids(),
                ids -> where("_id").in(ids.stream().map(UUID::toString).toList()));
        add(asked, after, id -> where("_id").gt(id.toString()));
        var query = asked.isEmpty() ? new Query() : query(new Criteria().andOperator(asked));
        return found(query.with(Sort.by("_id")), limit);
    }

    @Override
    public List<Milestones> changedBetween(Instant from, Instant until) {
        var query = query(where("changedAt").gte(from).lt(until));
        query.fields().include("receivedAt", "verifiedAt", "firstHandoverAt");
        return mongo.find(query, MilestonesPassed.class, "cases").stream()
                .map(MilestonesPassed::toDomain)
                .toList();
    }

    private List<UUID> ids(Query query) {
        query.fields().include("_id");
        return mongo.find(query, Document.class, "cases").stream()
                .map(document -> UUID.fromString(document.getString("_id")))
                .toList();
    }

    private static Criteria isStuck(Instant dueBefore) {
        return new Criteria()
                .orOperator(where("due").lt(dueBefore), where("unwritable").is(true));
    }

    @Override
    public List<UUID> unwritable(int limit) {
        return ids(query(where("unwritable").is(true)).limit(limit));
    }

    private static <T> void add(List<Criteria> asked, @Nullable T given, Function<T, Criteria> meets) {
        if (given != null) {
            asked.add(meets.apply(given));
        }
    }

    @Override
    public Map<CaseStatus, Long> counts() {
        var counts = new EnumMap<CaseStatus, Long>(CaseStatus.class);
        for (var shown : CaseStatus.values()) {
            long count = mongo.count(query(where("shown").is(shown)), CaseDocument.class);
            if (count > 0) {
                counts.put(shown, count);
            }
        }
        return counts;
    }
}
