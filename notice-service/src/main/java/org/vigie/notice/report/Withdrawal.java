package org.vigie.notice.report;

import java.time.Instant;
import java.util.UUID;

/**
 * That whoever handed a report in took it back.
 *
 * @param requestId names the request
 * @param settled whether its case has heard of it, if it has one
 */
public record Withdrawal(UUID requestId, WithdrawalReason reason, Instant at, boolean settled) {

    Withdrawal settled(boolean is) {
        return new Withdrawal(requestId, reason, at, is);
    }
}
