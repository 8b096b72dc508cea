package org.vigie.notice.removal;

import java.util.Optional;

/** Tells what cases wait for. */
public interface Waits {

    /** What the case waits for now; empty if it is over, or something about it is being done. */
    Optional<WaitsFor> of(RemovalCase known);
}
