package org.vigie.notice.iccam;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether ICCAM answers, as far as this process knows. */
@Component
public class Reached {

    private static final Logger LOG = LoggerFactory.getLogger(Reached.class);

    private @Nullable Instant silentSince;

    Reached() {}

    synchronized void answered() {
        if (silentSince != null) {
            LOG.atInfo().addKeyValue("since", silentSince).log("ICCAM answers again");
        }
        silentSince = null;
    }

    synchronized void silent(Instant now) {
        if (silentSince == null) {
            LOG.atWarn().log("ICCAM does not answer; items wait there");
            silentSince = now;
        }
    }

    /** How long it has not answered, zero while it does. */
    public synchronized Duration silentFor(Instant now) {
        return silentSince == null || now.isBefore(silentSince) ? Duration.ZERO : Duration.between(silentSince, now);
    }
}
