package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.oversight.Withdrawal;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.Observation.Seen;
import org.vigie.support.web.Given;
import org.vigie.support.web.Refuses;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;

/** What people decide about cases, over HTTP; who they are comes in the header {@code Vigie-Operator}. */
@RestController
@RequestMapping("/v1/cases/{caseId}")
@Refuses({"404 unknown-case", "412 edited-meanwhile"})
class DecisionController {

    record HoldRequest(
            @Required @Text @Nullable String owner,
            @Required @Text @Nullable String reason,
            @Required @Nullable Instant expiresAt,
            @Nullable Boolean probingAllowed) {}

    record ReasonRequest(@Required @Text @Nullable String reason) {}

    record ObservationRequest(
            @Required @Nullable Seen seen,
            @Nullable Instant observedAt,
            @Required @Text @Nullable String reason) {}

    record Held(UUID holdId, List<Withdrawal> notices) {}

    record Stopped(List<Withdrawal> notices) {}

    private final DecideCase decide;
    private final Clock clock;

    DecisionController(DecideCase decide, Clock clock) {
        this.decide = decide;
        this.clock = clock;
    }

    /** Places a hold; says of every notice naming the case whether it was prevented, left or is uncertain. */
    @Operation(
            operationId = "placeHold",
            summary = "Place a hold",
            description =
                    "Nobody is written to until a person releases it. Says of every notice naming the case whether it was prevented, left or is uncertain.")
    @PostMapping("/holds")
    Held hold(
            @PathVariable UUID caseId,
            @RequestHeader("Idempotency-Key") String key,
            Decider by,
            @RequestBody HoldRequest said) {
        var now = clock.instant();
        var id = NameBasedIds.of("hold", caseId, Given.header(key, "Idempotency-Key"));
        var hold = new Hold(
                id,
                Given.text(said.owner(), "/owner"),
                Given.text(said.reason(), "/reason"),
                now,
                Given.future(said.expiresAt(), "/expires_at", now),
                Boolean.TRUE.equals(said.probingAllowed()),
                by.operator());
        return new Held(id, decide.hold(caseId, by.seen(), hold));
    }

    @Operation(
            operationId = "releaseHold",
            summary = "Release a hold",
            description =
                    "Work goes on unless another hold remains. Nothing but this ever releases a hold. Idempotent.")
    @PostMapping("/holds/{holdId}/release")
    @Refuses("404 unknown-case, unknown-hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable UUID caseId, @PathVariable UUID holdId, Decider by, @RequestBody ReasonRequest said) {
        var signed = by.signed(said.reason(), clock.instant());
        decide.release(caseId, by.seen(), holdId, signed);
    }

    /** Proposes a retraction. */
    @Operation(
            operationId = "proposeRetraction",
            summary = "Propose a retraction",
            description = "Another person must approve it.")
    @PostMapping("/retraction")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void propose(@PathVariable UUID caseId, Decider by, @RequestBody ReasonRequest said) {
        var signed = by.signed(said.reason(), clock.instant());
        decide.proposeRetraction(caseId, by.seen(), signed);
    }

    /** Agrees to a proposed retraction: another person must. */
    @Operation(
            operationId = "approveRetraction",
            summary = "Approve a retraction",
            description =
                    "By another person than its proposer: everything is taken back, and everybody who was written to hears of it.")
    @PostMapping("/retraction/approval")
    @Refuses("409 not-proposed, four-eyes")
    Stopped approve(@PathVariable UUID caseId, Decider by, @RequestBody ReasonRequest said) {
        var signed = by.signed(said.reason(), clock.instant());
        return new Stopped(decide.retract(caseId, by.seen(), signed));
    }

    /** What a person saw at the URL. */
    @Operation(
            operationId = "recordObservation",
            summary = "Record what a person saw at the URL",
            description = "GONE asks for a check and removes nothing.")
    @PostMapping("/observations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void observe(
            @PathVariable UUID caseId,
            @RequestHeader("Idempotency-Key") String key,
            Decider by,
            @RequestBody ObservationRequest said) {
        var id = NameBasedIds.of("observation", caseId, Given.header(key, "Idempotency-Key"));
        var now = clock.instant();
        var at = said.observedAt() == null ? now : Given.past(said.observedAt(), "/observed_at", now);
        var signed = by.signed(said.reason(), at);
        var observation = new Observation(id, Given.required(said.seen(), "/seen"), signed);
        decide.observe(caseId, by.seen(), observation);
    }
}
