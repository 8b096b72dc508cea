package org.vigie.availability.watch.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.availability.watch.CheckResult;
import org.vigie.availability.watch.ExplainCheck;
import org.vigie.availability.watch.NotWatched;
import org.vigie.availability.watch.Signal;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;

/** Explains one verdict over HTTP. */
@RestController
@RequestMapping("/v1/checks")
class CheckController {

    /** What to check: one of the two. */
    record CheckRequest(@Nullable String url, @Nullable UUID caseId) {}

    /**
     * What the check says and how it came to say it; nothing of the URL.
     *
     * @param means what the signal does to a streak of failed checks
     * @param controlled whether a control showed that the answer is about the URL
     * @param confirmedBy the rule that a removal showing like this must meet, absent if it never amounts to one
     */
    record CheckView(
            Signal signal,
            Signal.Meaning means,
            @Nullable String confirmedBy,
            String outcome,
            @Nullable Integer status,
            boolean controlled,
            Set<String> identities,
            List<String> steps) {

        static CheckView of(CheckResult result) {
            return new CheckView(
                    result.signal(),
                    result.signal().meaning(),
                    result.signal().confirmedBy(),
                    result.outcome().code(),
                    result.status(),
                    result.controlled(),
                    result.identities(),
                    result.steps());
        }
    }

    private final ExplainCheck explainCheck;

    CheckController(ExplainCheck explainCheck) {
        this.explainCheck = explainCheck;
    }

    @Operation(
            operationId = "explainCheck",
            summary = "Check a URL now and explain the verdict",
            description =
                    "Checks a URL, or the URL of a watched case, once, and says step by step how the verdict came about. Changes no watch and no case.")
    @PostMapping
    @Refuses("409 not-watched")
    CheckView check(@RequestBody CheckRequest request) {
        var caseId = request.caseId();
        if (caseId != null) {
            return CheckView.of(explainCheck.explain(caseId));
        }
        return CheckView.of(explainCheck.explain(url(request.url())));
    }

    @ExceptionHandler
    ProblemDetail on(NotWatched e) {
        return Problems.of(
                HttpStatus.CONFLICT, "not-watched", "The case is not known here, held, or not to be looked at.");
    }

    private static WebUrl url(@Nullable String text) {
        if (text == null) {
            throw new InvalidField("/url", "A URL or a case_id is needed.");
        }
        if (WebUrl.parse(text) instanceof ParseResult.Parsed(var url)) {
            return url;
        }
        throw new InvalidField("/url", "Must be an absolute http or https URL.");
    }
}
