package org.vigie.notice.retention;

import java.time.Duration;

/** How long what is kept about cases is kept. */
public interface RetentionRules {

    /** How long after nothing was to be done about it any more a case is erased, with all that was said about it. */
    Duration cases();
}
