package org.vigie.metrics.removal.web;

import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.vigie.support.web.Problems;

/** What an indicator answers to parameters it cannot follow. */
@RestControllerAdvice(basePackages = {"org.vigie.metrics.removal.web", "org.vigie.metrics.definition.web"})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ParameterProblems {

    private static final String CODE = "invalid-parameter";

    @ExceptionHandler
    ProblemDetail on(ParameterRefused e) {
        return Problems.of(HttpStatus.BAD_REQUEST, CODE, e.getMessage());
    }

    /** Filters are bound as one object: its fields are the parameters. */
    @ExceptionHandler
    ProblemDetail on(BindException e) {
        var names = e.getFieldErrors().stream()
                .map(FieldError::getField)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return Problems.of(HttpStatus.BAD_REQUEST, CODE, "Not a valid value: " + names);
    }
}
