package org.vigie.notice.removal;

import java.util.Collection;
import java.util.UUID;

/** Whoever passes on what may be known of cases outside. */
public interface Onlookers {

    /** All of the case that what they pass on depends on: equal as long as that did not change. */
    Object seen(RemovalCase known);

    /** Told at least once after what is seen of a case changed, before the change counts as published. */
    void changed(Collection<UUID> caseIds);
}
