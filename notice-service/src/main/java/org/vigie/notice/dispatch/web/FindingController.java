package org.vigie.notice.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.dispatch.FindOut;
import org.vigie.notice.removal.Signed;
import org.vigie.support.validation.Text;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** What a person found out of a notice that may or may not have been accepted. */
@RestController
@RequestMapping("/v1/notices/{noticeId}")
class FindingController {

    record FindingRequest(
            @NotNull Boolean accepted, @NotNull @Text String reason) {}

    private final FindOut findOut;
    private final Clock clock;

    FindingController(FindOut findOut, Clock clock) {
        this.findOut = findOut;
        this.clock = clock;
    }

    /**
     * The relay took it, or never did: then it is written anew if its cases still want it. 409 if it is not unknown.
     */
    @Operation(
            operationId = "resolveUncertainNotice",
            summary = "Record what became of an uncertain notice",
            description = "The relay accepted it, or never did: then it is written anew if its cases still want it.")
    @PostMapping("/finding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({"404 not-found", "409 not-uncertain"})
    ResponseEntity<Void> found(@PathVariable UUID noticeId, Operator by, @RequestBody @Valid FindingRequest said) {
        var signed = new Signed(by.name(), said.reason(), clock.instant());
        var found = findOut.say(noticeId, said.accepted(), signed).orElseThrow(() -> new NotFound("notice"));
        return switch (found) {
            case SETTLED -> ResponseEntity.noContent().build();
            case NOT_WAITING ->
                ResponseEntity.of(Problems.of(
                                HttpStatus.CONFLICT,
                                "not-uncertain",
                                "The outcome of this notice is already known or under investigation."))
                        .build();
        };
    }
}
