package org.vigie.notice.neighbours.http;

import org.springframework.stereotype.Component;
import org.vigie.notice.neighbours.Asked;
import org.vigie.notice.neighbours.Brake;
import org.vigie.notice.neighbours.Neighbour;

/** By the REST interface of availability-checker. */
@Component
class HttpBrake implements Brake {

    private static final int DONE = 204;

    private final Neighbours neighbours;

    HttpBrake(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Asked release(String token) {
        if (!neighbours.isKnown(Neighbour.CHECKER)) {
            return Asked.UNKNOWN;
        }
        var status = neighbours
                .send(Neighbour.CHECKER, "POST", "/v1/brake/release", token, "")
                .map(answer -> answer.statusCode())
                .orElse(0);
        return switch (status) {
            case DONE -> Asked.DONE;
            case 401, 403 -> Asked.NOT_ALLOWED;
            default -> Asked.SILENT;
        };
    }
}
