package org.vigie.notice.retention;

import java.time.Duration;

/** How long what is kept is kept. */
public interface RetentionRules {

    /** How long after nothing was to be done about it any more a case is erased, with all that was said about it. */
    Duration cases();

    /** How long mail that answers none of our notices is kept after it came. */
    Duration mail();
}
