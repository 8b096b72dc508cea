package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every message to a webhook that was sent or is about to be, but for what waits in its turn. */
public interface Deliveries {

    Optional<Delivery> find(UUID webhookId, UUID deliveryId);

    /** One that is to be sent out of turn; empty if there is none. */
    Optional<Delivery> waiting(UUID webhookId);

    void save(Delivery delivery);

    /** Takes out those of which the last attempt was before the instant, but for what is to be sent again. */
    void forget(Instant triedBefore);

    /**
     * Deliveries of a webhook, of the latest change first.
     *
     * @param after where the page before ended, absent at the beginning
     */
    List<Delivery> page(UUID webhookId, @Nullable Delivery after, int limit);
}
