package org.vigie.notice.oversight;

import java.util.List;
import java.util.UUID;

/** Takes back notices that did not leave. */
public interface StoppedNotices {

    /**
     * Takes the case out of every notice naming it, after the case itself was written; asked again it tells the same.
     */
    List<Withdrawal> withdraw(UUID caseId);
}
