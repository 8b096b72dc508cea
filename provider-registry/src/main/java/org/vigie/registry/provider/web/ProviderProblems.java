package org.vigie.registry.provider.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.vigie.registry.provider.EditedMeanwhile;
import org.vigie.registry.provider.ProviderExists;
import org.vigie.registry.provider.UnknownNetworkObject;
import org.vigie.registry.provider.UnknownProvider;
import org.vigie.registry.provider.UnusableFact;
import org.vigie.support.web.Problems;

/** What is refused of a provider and what belongs to it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProviderProblems {

    @ExceptionHandler
    ProblemDetail on(UnusableFact e) {
        return Problems.invalidField("/" + e.field(), e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(UnknownProvider e) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-provider", "There is no such provider.");
    }

    @ExceptionHandler
    ProblemDetail on(ProviderExists e) {
        var problem = Problems.of(HttpStatus.CONFLICT, "provider-exists", e.getMessage());
        problem.setProperty("provider_id", e.providerId());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(UnknownNetworkObject e) {
        return Problems.of(
                HttpStatus.NOT_FOUND, "unknown-network-object", "There is no such network object of this provider.");
    }

    @ExceptionHandler
    ProblemDetail on(EditedMeanwhile e) {
        return Problems.of(
                HttpStatus.PRECONDITION_FAILED, "stale-provider", "The provider has changed since you read it.");
    }
}
