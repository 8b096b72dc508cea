package org.vigie.notice.oversight;

import java.util.Optional;
import org.vigie.notice.removal.RemovalCase;

/** Tells what cases wait for. */
public interface Waits {

    /** What the case waits for now; empty if it is over, or something about it is being done. */
    Optional<WaitsFor> of(RemovalCase known);
}
