package org.vigie.notice.dispatch.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.vigie.notice.message.UnsafeNotice;
import org.vigie.support.web.Problems;

/** Says why a notice to a contact cannot be written. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnwritableNotices {

    @ExceptionHandler
    ProblemDetail on(UnsafeNotice unsafe) {
        return Problems.of(
                HttpStatus.CONFLICT,
                "no-contact",
                "No notice to this contact can be written: %s is not usable.".formatted(unsafe.field()));
    }
}
