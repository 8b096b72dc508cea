package org.vigie.notice.removal.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.vigie.events.Topics;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.removal.Onlookers;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Targeting;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.JustStored;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.outbox.Outbox;
import org.vigie.support.outbox.Publication;

/**
 * Publishes of a case what changed since this process published it last: the case if it says anything new, its place if
 * it is another one, and the targetings that are. What was published is remembered for the cases published last, and
 * only when it was; whatever is not remembered, and a version that is to be published once more, is published whole. A
 * process that forgets all repeats records and loses none.
 */
final class CasesOutbox implements Outbox {

    private static final int REMEMBERED = 10_000;

    private final MongoOperations mongo;
    private final CaseSecrets secrets;
    private final Onlookers onlookers;
    private final MongoOutbox<CaseDocument> stored;
    private final JustStored<RemovalCase> justStored = new JustStored<>();
    private final Map<String, PublishedCase> underWay = new ConcurrentHashMap<>();
    private final Map<String, PublishedCase> published = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PublishedCase> eldest) {
            return size() > REMEMBERED;
        }
    };

    CasesOutbox(MongoOperations mongo, CaseSecrets secrets, Onlookers onlookers) {
        this.mongo = mongo;
        this.secrets = secrets;
        this.onlookers = onlookers;
        this.stored = new MongoOutbox<>(
                mongo, CaseDocument.class, CaseDocument::id, document -> publication(document.toDomain(secrets)));
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public List<String> behind(int limit) {
        return stored.behind(limit);
    }

    /** Notes a case as it was just stored: it is not read and opened again for what comes next. */
    void stored(RemovalCase known) {
        justStored.add(known.caseId().toString(), Objects.requireNonNull(known.version()), known);
    }

    /** The case as this process stored it last. */
    Optional<RemovalCase> last(UUID caseId) {
        return justStored.last(caseId.toString());
    }

    @Override
    public Map<String, Publication> publications(Collection<String> ids) {
        return stored.publications(ids, justStored, this::publication);
    }

    @Override
    public void published(Map<String, Long> versions) {
        var changed = versions.keySet().stream()
                .filter(this::looksDifferent)
                .map(UUID::fromString)
                .toList();
        if (!changed.isEmpty()) {
            onlookers.changed(changed);
        }
        versions.forEach(this::remember);
        stored.published(versions);
    }

    /** Whether onlookers may see anything else of it, for all that is remembered. */
    private boolean looksDifferent(String id) {
        var sent = underWay.get(id);
        synchronized (published) {
            var last = published.get(id);
            return sent == null || last == null || !sent.looksLike(last);
        }
    }

    private void remember(String id, long version) {
        var sent = underWay.remove(id);
        if (sent != null && sent.version() == version) {
            synchronized (published) {
                published.merge(id, sent, (one, other) -> one.version() > other.version() ? one : other);
            }
        }
    }

    /** All of the case is said again, and not only what changed since. */
    @Override
    public Optional<String> lift(String topic, String key, long above) {
        var lifted = topic.equals(Topics.TARGETINGS) ? liftTargeting(key, above) : stored.lift(topic, key, above);
        lifted.ifPresent(id -> {
            justStored.forget(id);
            underWay.remove(id);
            synchronized (published) {
                published.remove(id);
            }
        });
        return lifted;
    }

    private Optional<String> liftTargeting(String key, long above) {
        var its = query(where("targetings.targetingId").is(UUID.fromString(key)));
        its.fields().include("_id");
        var found = mongo.findOne(its, Document.class, name());
        if (found == null) {
            return Optional.empty();
        }
        var id = found.getString("_id");
        mongo.updateFirst(
                query(where("_id")
                        .is(id)
                        .and("targetings")
                        .elemMatch(where("targetingId")
                                .is(UUID.fromString(key))
                                .and("revision")
                                .lte(above))),
                new Update().set("targetings.$.revision", above + 1),
                name());
        mongo.updateFirst(
                query(where("_id").is(id)), new Update().inc("version", 1).set(MongoOutbox.UNPUBLISHED, true), name());
        return Optional.of(id);
    }

    private Publication publication(RemovalCase known) {
        var id = known.caseId().toString();
        long version = Objects.requireNonNull(known.version());
        var before = before(id, version);
        var seen = onlookers.seen(known);
        var next = before == null ? PublishedCase.of(known, version, seen) : before.next(known, version, seen);
        underWay.put(id, next);
        var announcements = new ArrayList<Announcement>();
        if (before == null || !before.saysTheSameAs(next)) {
            announcements.add(of(known, version));
        }
        if (before == null || !before.has(known.evidence().place())) {
            announcements.add(location(known, version));
        }
        for (var targeting : known.outcome().targetings()) {
            if (before == null || !before.has(targeting)) {
                of(targeting, known).ifPresent(announcements::add);
            }
        }
        return new Publication(version, announcements);
    }

    private @Nullable PublishedCase before(String id, long version) {
        synchronized (published) {
            var last = published.get(id);
            return last == null || last.version() == version ? null : last;
        }
    }

    private static Announcement of(RemovalCase known, long version) {
        var type = "org.vigie.case." + CaseStatus.of(known).name().toLowerCase(Locale.ROOT) + ".v1";
        return new Announcement(
                Topics.CASES, known.caseId().toString(), known.tokens().host(), type, CaseSnapshots.of(known, version));
    }

    private Announcement location(RemovalCase known, long version) {
        return new Announcement(
                Topics.LOCATIONS,
                known.caseId().toString(),
                known.tokens().host(),
                "org.vigie.location.known.v1",
                new LocationSnapshot(known.caseId(), version, secrets.location(known)));
    }

    private static Optional<Announcement> of(Targeting targeting, RemovalCase known) {
        return CaseSnapshots.of(targeting, known)
                .map(snapshot -> new Announcement(
                        Topics.TARGETINGS,
                        targeting.targetingId().toString(),
                        targeting.providerId().toString(),
                        "org.vigie.targeting." + snapshot.end().name().toLowerCase(Locale.ROOT) + ".v1",
                        snapshot));
    }
}
