package org.vigie.availability.watch;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Lets the guard go, because a person knows what happened. */
@Service
public class ReleaseGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseGuard.class);

    private final MassRemovalGuard guard;

    ReleaseGuard(MassRemovalGuard guard) {
        this.guard = guard;
    }

    /** Whether there is anything to let go. */
    public boolean isOn(Instant now) {
        return guard.isOn(now);
    }

    /** Removals may be confirmed again from the next check on. Idempotent. */
    public void release() {
        guard.release();
        LOG.info("mass-removal guard released by an operator");
    }
}
