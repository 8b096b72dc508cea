package org.vigie.availability.probe.http;

import java.time.Duration;
import org.springframework.context.support.GenericApplicationContext;

/** The usual patience, but for the moment after being turned away: for servers that count in twentieths of a second. */
public final class ShortMoments {

    private static final Duration MOMENT = Duration.ofMillis(60);

    private ShortMoments() {}

    /** Takes the place of the usual one in that context. */
    public static void in(GenericApplicationContext context) {
        var usual = Patience.USUAL;
        context.registerBean(
                "patience", Patience.class, () -> new Patience(usual.head(), usual.get(), usual.total(), MOMENT));
    }
}
