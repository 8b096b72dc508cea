package org.vigie.notice.iccam;

import java.time.Instant;

/** Items to be looked at. */
public interface ItemQueue {

    /** Looks at the item then, instead of when it was due. */
    void look(long contentId, Instant due);
}
