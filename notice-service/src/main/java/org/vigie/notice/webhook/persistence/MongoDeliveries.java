package org.vigie.notice.webhook.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;
import org.vigie.notice.webhook.Deliveries;
import org.vigie.notice.webhook.Delivery;
import org.vigie.notice.webhook.DeliveryState.Status;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps deliveries in the {@code webhookDeliveries} collection. */
@Repository
class MongoDeliveries implements Deliveries {

    private static final Sort LATEST_FIRST =
            Sort.by(Sort.Order.desc("number"), Sort.Order.desc("createdAt"), Sort.Order.desc("_id"));

    private final MongoOperations mongo;
    private final Seal store;

    MongoDeliveries(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Delivery> find(UUID webhookId, UUID deliveryId) {
        return one(where("_id").is(deliveryId.toString()).and("webhookId").is(webhookId));
    }

    @Override
    public Optional<Delivery> waiting(UUID webhookId) {
        return one(where("webhookId").is(webhookId).and("status").is(Status.WAITING));
    }

    private Optional<Delivery> one(Criteria criteria) {
        return Optional.ofNullable(mongo.findOne(query(criteria), DeliveryDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public void save(Delivery delivery) {
        mongo.save(DeliveryDocument.of(delivery, store));
    }

    @Override
    public void forget(Instant triedBefore) {
        mongo.remove(query(where("lastAt").lt(triedBefore).and("status").ne(Status.WAITING)), DeliveryDocument.class);
    }

    @Override
    public List<Delivery> page(UUID webhookId, @Nullable Delivery after, int limit) {
        var ofWebhook = where("webhookId").is(webhookId);
        var asked = after == null ? ofWebhook : ofWebhook.andOperator(beyond(after));
        return mongo.find(query(asked).with(LATEST_FIRST).limit(limit), DeliveryDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    private static Criteria beyond(Delivery after) {
        var same = where("number").is(after.number());
        return new Criteria()
                .orOperator(
                        where("number").lt(after.number()),
                        same.and("createdAt").lt(after.createdAt()),
                        where("number")
                                .is(after.number())
                                .and("createdAt")
                                .is(after.createdAt())
                                .and("_id")
                                .lt(after.deliveryId().toString()));
    }
}
