package org.vigie.notice.neighbours.http;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.vigie.notice.neighbours.Asked;
import org.vigie.notice.neighbours.Neighbour;
import org.vigie.notice.neighbours.Parked;
import org.vigie.support.events.DeadLettersEndpoint;
import org.vigie.support.events.EventJson;

/** By the actuator of each service; of this one without the way over the network. */
@Component
class HttpParked implements Parked {

    private static final int BEGUN = 202;

    private final Neighbours neighbours;
    private final DeadLettersEndpoint own;

    HttpParked(Neighbours neighbours, DeadLettersEndpoint own) {
        this.neighbours = neighbours;
        this.own = own;
    }

    @Override
    public Asked tryAgain(Neighbour service, String topic, String kind, String place, String token) {
        if (service == Neighbour.NOTICE) {
            own.tryAgain(topic, kind, place);
            return Asked.DONE;
        }
        if (!neighbours.isKnown(service)) {
            return Asked.UNKNOWN;
        }
        var json = EventJson.MAPPER.writeValueAsString(Map.of("topic", topic, "kind", kind, "place", place));
        var status = neighbours
                .send(service, "POST", "/actuator/deadletters", token, json)
                .map(answer -> answer.statusCode())
                .orElse(0);
        return switch (status) {
            case BEGUN -> Asked.DONE;
            case 401, 403 -> Asked.NOT_ALLOWED;
            default -> Asked.SILENT;
        };
    }
}
