package org.vigie.availability.watch;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Lets the brake go, because a person knows what happened. */
@Service
public class ReleaseBrake {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseBrake.class);

    private final Brake brake;

    ReleaseBrake(Brake brake) {
        this.brake = brake;
    }

    /** Whether there is anything to let go. */
    public boolean isOn(Instant now) {
        return brake.isOn(now);
    }

    /** Removals may be confirmed again from the next look on; doing it twice is doing it once. */
    public void release() {
        brake.release();
        LOG.info("brake released by an operator");
    }
}
