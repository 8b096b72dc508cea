package org.vigie.support.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What is wrong with parameters that break a rule: all of them at once. */
final class InvalidParameters {

    private InvalidParameters() {}

    /** Parameters that are bound as one object: its fields are the parameters. */
    static ProblemDetail problem(MethodArgumentNotValidException e) {
        return problem(e.getFieldErrors().stream()
                .map(error -> error.isBindingFailure()
                        ? WantedValue.of(error.getField(), e.getBindingResult().getFieldType(error.getField()))
                        : ParameterNames.of(error.getField()) + ": " + error.getDefaultMessage()));
    }

    /** Parameters that have constraints of their own. */
    static ProblemDetail problem(HandlerMethodValidationException e) {
        return problem(e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error ->
                                result.getMethodParameter().getParameterName() + ": " + error.getDefaultMessage())));
    }

    private static ProblemDetail problem(Stream<String> said) {
        return Problems.of(
                HttpStatus.BAD_REQUEST,
                "invalid-parameter",
                said.distinct().sorted().collect(Collectors.joining(" ")));
    }
}
