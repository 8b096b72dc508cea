package org.vigie.support.events;

import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** For the desk: this service tries once more what it put aside. Which records these are is said by meters. */
@WebEndpoint(id = "deadletters")
public final class DeadLettersEndpoint {

    private static final int BEGUN = 202;

    private final AnotherTry anotherTry;

    DeadLettersEndpoint(AnotherTry anotherTry) {
        this.anotherTry = anotherTry;
    }

    /**
     * What was begun.
     *
     * @param records that will be tried again, one after the other
     */
    public record Begun(int records) {}

    /**
     * Returns before it is done. Doing it twice does no harm.
     *
     * @param kind of failure and {@code place} in our code, as the meters name them
     */
    @WriteOperation
    public WebEndpointResponse<Begun> tryAgain(String topic, String kind, String place) {
        var records = anotherTry.begin(cause -> cause.topic().equals(topic)
                && cause.kind().equals(kind)
                && cause.line().equals(place));
        return new WebEndpointResponse<>(new Begun(records), BEGUN);
    }
}
