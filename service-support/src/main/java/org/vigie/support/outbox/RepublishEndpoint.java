package org.vigie.support.outbox;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.vigie.events.Version;

/** For {@code ./vigie republish}: the owner of an aggregate says again how it is, above what a stranger said of it. */
@WebEndpoint(id = "republish")
public final class RepublishEndpoint {

    private static final int DONE = 202;
    private static final int OUT_OF_REACH = 422;
    private static final int NOT_OURS = 404;

    private final List<Outbox> outboxes;
    private final Relay relay;
    private final Clock clock;

    RepublishEndpoint(List<Outbox> outboxes, Relay relay, Clock clock) {
        this.outboxes = outboxes;
        this.relay = relay;
        this.clock = clock;
    }

    /** Doing it twice publishes twice, the second time above the first only if {@code above} says so. */
    @WriteOperation
    public WebEndpointResponse<Void> republish(String topic, String key, long above) {
        if (above < 0 || above >= Version.SLACK + clock.instant().getEpochSecond()) {
            return new WebEndpointResponse<>(OUT_OF_REACH);
        }
        for (var outbox : outboxes) {
            var id = outbox.lift(topic, key, above);
            if (id.isPresent()) {
                relay.stored(outbox.name(), id.get());
                return new WebEndpointResponse<>(DONE);
            }
        }
        return new WebEndpointResponse<>(NOT_OURS);
    }
}
