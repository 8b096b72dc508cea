package org.vigie.notice.oversight.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.vigie.notice.removal.EditedMeanwhile;
import org.vigie.notice.removal.NotAllowed;
import org.vigie.notice.removal.UnknownCase;
import org.vigie.support.web.Problems;

/** What stands in the way of a decision about a case. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaseProblems {

    @ExceptionHandler
    ProblemDetail on(UnknownCase unknown) {
        return Problems.of(HttpStatus.NOT_FOUND, "unknown-case", "There is no such case.");
    }

    @ExceptionHandler
    ProblemDetail on(EditedMeanwhile edited) {
        return Problems.of(
                HttpStatus.PRECONDITION_FAILED, "edited-meanwhile", "The case has changed since you read it.");
    }

    @ExceptionHandler
    ProblemDetail on(NotAllowed refused) {
        return switch (refused.why()) {
            case NO_SUCH_HOLD -> Problems.of(HttpStatus.NOT_FOUND, "unknown-hold", "There is no such hold.");
            case NOT_PROPOSED -> conflict("not-proposed", "Nothing has been proposed yet.");
            case SAME_PERSON ->
                conflict("four-eyes", "Must be approved by someone other than the person who proposed it.");
            case CLOSED -> conflict("case-closed", "The case was rejected or retracted.");
            case NOT_ROUTED -> conflict("not-routed", "No addressee has been chosen yet.");
            case NOT_IN_CHAIN -> conflict("not-in-chain", "The case's chain does not rank this addressee.");
            case NEEDS_NO_APPROVAL -> conflict("needs-no-approval", "No approval is needed for this addressee.");
            case NEEDS_APPROVAL -> conflict("needs-approval", "An operator must approve this step first.");
            case NEVER_WRITTEN_TO ->
                conflict("never-written-to", "A shared domain or platform is not taken down for one case.");
            case NO_CONTACT -> conflict("no-contact", "The addressee has no contact that can be used.");
            case WRITTEN_TO_ALREADY ->
                conflict("written-to-already", "The addressee has already received its first notice.");
            case NOT_DISPUTED -> conflict("not-disputed", "This case has no open dispute.");
            case FIRST_ASSESSOR ->
                conflict(
                        "four-eyes",
                        "The dispute must be decided by someone other than the person who classified the content.");
        };
    }

    private static ProblemDetail conflict(String code, String detail) {
        return Problems.of(HttpStatus.CONFLICT, code, detail);
    }
}
