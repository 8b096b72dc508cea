package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.oversight.Withdrawal;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.Observation.Seen;
import org.vigie.notice.removal.Signed;
import org.vigie.support.validation.Text;
import org.vigie.support.web.IdempotencyKey;
import org.vigie.support.web.IfMatch;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Refuses;

/** What people decide about cases, over HTTP. */
@RestController
@RequestMapping("/v1/cases/{caseId}")
@Refuses({"404 unknown-case", "412 edited-meanwhile"})
class DecisionController {

    record HoldRequest(
            Hold.@Nullable Kind kind,
            @NotNull @Text String owner,
            @NotNull @Text String reason,
            @NotNull @Future Instant expiresAt,
            @Nullable Boolean probingAllowed) {}

    record ReasonRequest(@NotNull @Text String reason) {}

    record ObservationRequest(
            @NotNull Seen seen,
            @PastOrPresent @Nullable Instant observedAt,
            @NotNull @Text String reason) {}

    record Held(UUID holdId, List<StoppedNotice> notices) {}

    record Stopped(List<StoppedNotice> notices) {}

    /**
     * What became of a notice naming the case.
     *
     * @param at when it left, absent unless it did
     */
    record StoppedNotice(
            UUID noticeId,
            String reference,
            Withdrawal.Answer answer,
            @Nullable Instant at) {

        static List<StoppedNotice> of(List<Withdrawal> all) {
            return all.stream()
                    .map(one -> new StoppedNotice(one.noticeId(), one.reference(), one.answer(), one.at()))
                    .toList();
        }
    }

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
                    "Nobody is written to until a person releases it, or nothing is erased meanwhile. Says of every notice naming the case whether it was prevented, left or is uncertain.")
    @PostMapping("/holds")
    Held hold(
            @PathVariable UUID caseId,
            IdempotencyKey key,
            Operator by,
            @Nullable IfMatch read,
            @RequestBody @Valid HoldRequest said) {
        var now = clock.instant();
        // Whoever uses a key again for another hold wants that one, too.
        var id = NameBasedIds.of("hold", caseId, key.value(), said);
        var hold = new Hold(
                id,
                Objects.requireNonNullElse(said.kind(), Hold.Kind.STOP),
                said.owner().strip(),
                said.reason().strip(),
                now,
                said.expiresAt(),
                Boolean.TRUE.equals(said.probingAllowed()),
                by.name());
        return new Held(id, StoppedNotice.of(decide.hold(caseId, IfMatch.orAny(read), hold)));
    }

    @Operation(
            operationId = "releaseHold",
            summary = "Release a hold",
            description =
                    "Work goes on unless another hold remains. Nothing but this ever releases a hold. Idempotent.")
    @PostMapping("/holds/{holdId}/release")
    @Refuses("404 unknown-case, unknown-hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(
            @PathVariable UUID caseId,
            @PathVariable UUID holdId,
            Operator by,
            @Nullable IfMatch read,
            @RequestBody @Valid ReasonRequest said) {
        var signed = signed(by, said.reason(), clock.instant());
        decide.release(caseId, IfMatch.orAny(read), holdId, signed);
    }

    /** Proposes a retraction. */
    @Operation(
            operationId = "proposeRetraction",
            summary = "Propose a retraction",
            description = "Another person must approve it.")
    @PostMapping("/retraction")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void propose(
            @PathVariable UUID caseId, Operator by, @Nullable IfMatch read, @RequestBody @Valid ReasonRequest said) {
        var signed = signed(by, said.reason(), clock.instant());
        decide.proposeRetraction(caseId, IfMatch.orAny(read), signed);
    }

    /** Agrees to a proposed retraction: another person must. */
    @Operation(
            operationId = "approveRetraction",
            summary = "Approve a retraction",
            description =
                    "By another person than its proposer: everything is taken back, and everybody who was written to hears of it.")
    @PostMapping("/retraction/approval")
    @Refuses("409 not-proposed, four-eyes")
    Stopped approve(
            @PathVariable UUID caseId, Operator by, @Nullable IfMatch read, @RequestBody @Valid ReasonRequest said) {
        var signed = signed(by, said.reason(), clock.instant());
        return new Stopped(StoppedNotice.of(decide.retract(caseId, IfMatch.orAny(read), signed)));
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
            IdempotencyKey key,
            Operator by,
            @Nullable IfMatch read,
            @RequestBody @Valid ObservationRequest said) {
        var id = NameBasedIds.of("observation", caseId, key.value(), said);
        var now = clock.instant();
        var signed = signed(by, said.reason(), Objects.requireNonNullElse(said.observedAt(), now));
        decide.observe(caseId, IfMatch.orAny(read), new Observation(id, said.seen(), signed));
    }

    private static Signed signed(Operator by, String reason, Instant at) {
        return new Signed(by.name(), reason, at);
    }
}
