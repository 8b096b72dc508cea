package org.vigie.notice.removal.web;

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
import org.vigie.notice.identity.NameBasedIds;
import org.vigie.notice.removal.DecideCase;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.Observation.Seen;
import org.vigie.notice.removal.Withdrawal;

/** What people decide about cases, over HTTP; who they are comes in the header {@code Vigie-Operator}. */
@RestController
@RequestMapping("/v1/cases/{caseId}")
class DecisionController {

    record HoldRequest(
            @Nullable String owner,
            @Nullable String reason,
            @Nullable Instant expiresAt,
            @Nullable Boolean probingAllowed) {}

    record ReasonRequest(@Nullable String reason) {}

    record ObservationRequest(
            @Nullable Seen seen,
            @Nullable Instant observedAt,
            @Nullable String reason) {}

    record Held(UUID holdId, List<Withdrawal> notices) {}

    record Stopped(List<Withdrawal> notices) {}

    private final DecideCase decide;
    private final Clock clock;

    DecisionController(DecideCase decide, Clock clock) {
        this.decide = decide;
        this.clock = clock;
    }

    /** Places a hold; says of every notice naming the case whether it was prevented, left or is uncertain. */
    @PostMapping("/holds")
    Held hold(
            @PathVariable UUID caseId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Vigie-Operator", required = false) @Nullable String operator,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody HoldRequest said) {
        Header.operator(operator);
        var id = NameBasedIds.of("hold", caseId, Header.key(key));
        var hold = new Hold(
                id,
                Header.text(said.owner(), "/owner"),
                Header.text(said.reason(), "/reason"),
                clock.instant(),
                Header.required(said.expiresAt(), "/expires_at"),
                Boolean.TRUE.equals(said.probingAllowed()));
        return new Held(id, decide.hold(caseId, Header.version(match), hold));
    }

    @PostMapping("/holds/{holdId}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(
            @PathVariable UUID caseId,
            @PathVariable UUID holdId,
            @RequestHeader(name = "Vigie-Operator", required = false) @Nullable String operator,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ReasonRequest said) {
        var signed = Header.signed(operator, said.reason(), clock.instant());
        decide.release(caseId, Header.version(match), holdId, signed);
    }

    /** Proposes a retraction. */
    @PostMapping("/retraction")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void propose(
            @PathVariable UUID caseId,
            @RequestHeader(name = "Vigie-Operator", required = false) @Nullable String operator,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ReasonRequest said) {
        var signed = Header.signed(operator, said.reason(), clock.instant());
        decide.proposeRetraction(caseId, Header.version(match), signed);
    }

    /** Agrees to a proposed retraction: another person must. */
    @PostMapping("/retraction/approval")
    Stopped approve(
            @PathVariable UUID caseId,
            @RequestHeader(name = "Vigie-Operator", required = false) @Nullable String operator,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ReasonRequest said) {
        var signed = Header.signed(operator, said.reason(), clock.instant());
        return new Stopped(decide.retract(caseId, Header.version(match), signed));
    }

    /** What a person saw at the URL. */
    @PostMapping("/observations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void observe(
            @PathVariable UUID caseId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Vigie-Operator", required = false) @Nullable String operator,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody ObservationRequest said) {
        var id = NameBasedIds.of("observation", caseId, Header.key(key));
        var now = clock.instant();
        var at = said.observedAt() == null || said.observedAt().isAfter(now) ? now : said.observedAt();
        var signed = Header.signed(operator, said.reason(), at);
        var observation = new Observation(id, Header.required(said.seen(), "/seen"), signed);
        decide.observe(caseId, Header.version(match), observation);
    }
}
