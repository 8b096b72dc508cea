package org.vigie.notice.oversight.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.removal.Signed;
import org.vigie.support.web.Given;

/**
 * Who decides, as the header {@code Vigie-Operator} says, and what they had read.
 *
 * @param seen the version of the case that {@code If-Match} names, absent without the header
 */
record Decider(String operator, @Nullable Long seen) {

    Signed signed(@Nullable String reason, Instant at) {
        return new Signed(operator, Given.text(reason, "/reason"), at);
    }
}
