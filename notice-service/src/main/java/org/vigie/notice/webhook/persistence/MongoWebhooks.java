package org.vigie.notice.webhook.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import org.vigie.notice.report.Scope;
import org.vigie.notice.webhook.Webhook;
import org.vigie.notice.webhook.WebhookState.Cause;
import org.vigie.notice.webhook.Webhooks;
import org.vigie.notice.webhook.persistence.WebhookDocument.State;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.work.Optimistic;

/** Keeps webhooks in the {@code webhooks} collection. */
@Repository
class MongoWebhooks implements Webhooks {

    private static final int MOST = 1000;

    private final MongoOperations mongo;
    private final Seal store;

    MongoWebhooks(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Webhook> find(Scope scope, UUID webhookId) {
        return Optional.ofNullable(mongo.findOne(
                        query(within(scope, where("_id").is(webhookId.toString()))), WebhookDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public List<Webhook> all(Scope scope) {
        var query = scope.origin() == null ? new Query() : query(where("origin").is(scope.origin()));
        return mongo.find(query.with(Sort.by("_id")).limit(MOST), WebhookDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public Count count() {
        return new Count(
                mongo.count(query(where("state").is(State.FAILING)), WebhookDocument.class),
                mongo.count(
                        query(where("state").is(State.DISABLED).and("cause").is(Cause.FAILURES)),
                        WebhookDocument.class));
    }

    @Override
    public Optional<Webhook> save(Webhook webhook) {
        return Optimistic.write(() -> mongo.save(WebhookDocument.of(webhook, store)))
                .map(document -> document.toDomain(store));
    }

    @Override
    public void remove(UUID webhookId) {
        mongo.remove(query(where("_id").is(webhookId.toString())), WebhookDocument.class);
        mongo.remove(query(where("webhookId").is(webhookId)), DeliveryDocument.class);
    }

    private static Criteria within(Scope scope, Criteria asked) {
        return scope.origin() == null ? asked : asked.and("origin").is(scope.origin());
    }
}
