package org.vigie.notice.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.delivery.Submission.Outcome;
import org.vigie.notice.dispatch.FillForm;
import org.vigie.notice.message.OnScreen;
import org.vigie.notice.message.ScreenReader;
import org.vigie.notice.removal.Signed;
import org.vigie.support.Refusal;
import org.vigie.support.validation.Text;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;
import org.vigie.support.web.ShowsUrls;

/** What a person needs to fill in a provider's web form, and what came of it. */
@RestController
@RequestMapping("/v1/notices/{noticeId}")
class FormController {

    /**
     * The pre-filled text.
     *
     * @param form where it is to be filled in
     * @param parts the text first, then what may be attached or pasted; URLs exact
     */
    record FormView(String form, String reference, List<OnScreen.Part> parts) {}

    record SubmissionRequest(
            @NotNull Outcome outcome, @NotNull @Text String proof) {}

    private final FillForm fillForm;
    private final ScreenReader reader;
    private final Clock clock;

    FormController(FillForm fillForm, ScreenReader reader, Clock clock) {
        this.clock = clock;
        this.fillForm = fillForm;
        this.reader = reader;
    }

    /** 404 if no web form waits for this notice, or its cases want nothing said any more. */
    @Operation(
            operationId = "getForm",
            summary = "Get the text for a web form",
            description =
                    "What a person pastes into the web form of the provider; URLs are exact. 404 if no form waits for this notice.")
    @ShowsUrls
    @GetMapping("/form")
    @Refuses("404 not-found")
    FormView form(@PathVariable UUID noticeId) {
        return fillForm.toFillIn(noticeId)
                .map(notice -> {
                    var bytes = notice.letter().message().getBytes(StandardCharsets.ISO_8859_1);
                    return new FormView(
                            notice.letter().recipient(),
                            notice.reference().toString(),
                            reader.exact(bytes).parts());
                })
                .orElseThrow(() -> new NotFound("form"));
    }

    /** A person filled the form in, or could not. 409 if nothing waits for it: it was withdrawn, or recorded before. */
    @Operation(
            operationId = "recordSubmission",
            summary = "Record what became of a web form",
            description = "A person submitted the form, or could not.")
    @PostMapping("/submission")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses("409 no-form-waits")
    void submitted(@PathVariable UUID noticeId, Operator by, @RequestBody @Valid SubmissionRequest said) {
        if (!fillForm.filledIn(noticeId, said.outcome(), new Signed(by.name(), said.proof(), clock.instant()))) {
            throw new NoFormWaits();
        }
    }

    @ExceptionHandler
    ProblemDetail on(NoFormWaits none) {
        return Problems.of(HttpStatus.CONFLICT, "no-form-waits", "This notice has no pending web form.");
    }

    static final class NoFormWaits extends Refusal {

        private static final long serialVersionUID = 1;

        NoFormWaits() {
            super("no web form waits for this notice");
        }
    }
}
