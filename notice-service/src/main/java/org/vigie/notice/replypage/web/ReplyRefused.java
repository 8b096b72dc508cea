package org.vigie.notice.replypage.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.vigie.support.Refusal;
import org.vigie.support.web.Problems;

/** The interface for answers does not do what was asked. */
final class ReplyRefused extends Refusal {

    private static final long serialVersionUID = 1;

    /** Why not. */
    enum Why {
        LINK_EXPIRED(HttpStatus.GONE, "link-expired", "The link has expired; a later notice has a new one."),
        CODE_TOO_OFTEN(
                HttpStatus.CONFLICT, "code-too-often", "A code was sent within the last minute, or ten within a day."),
        CODE_NOT_NOW(HttpStatus.SERVICE_UNAVAILABLE, "code-not-now", "A code cannot be sent now."),
        WRONG_CODE(HttpStatus.FORBIDDEN, "wrong-code", "That is not a code that counts."),
        TOO_MANY_REQUESTS(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many requests came from this network; in a minute there may be more.");

        private final HttpStatus status;
        private final String type;
        private final String words;

        Why(HttpStatus status, String type, String words) {
            this.status = status;
            this.type = type;
            this.words = words;
        }
    }

    private final Why why;

    ReplyRefused(Why why) {
        super(why.words);
        this.why = why;
    }

    ProblemDetail problem() {
        return Problems.of(why.status, why.type, why.words);
    }
}
