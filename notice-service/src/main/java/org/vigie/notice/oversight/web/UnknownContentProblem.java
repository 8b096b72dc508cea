package org.vigie.notice.oversight.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.vigie.notice.removal.UnknownContent;
import org.vigie.support.web.Problems;

/** A decision names a content unit that the case does not have. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownContentProblem {

    @ExceptionHandler
    ProblemDetail on(UnknownContent unknown) {
        return Problems.invalidField("/content_id", "The case has no such content unit.");
    }
}
