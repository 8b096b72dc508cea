package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.events.Role;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.removal.Steering.Authority;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.support.validation.Text;
import org.vigie.support.web.IfMatch;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Refuses;

/** Where people turn cases, over HTTP. */
@RestController
@RequestMapping("/v1/cases/{caseId}")
@Refuses({"404 unknown-case", "412 edited-meanwhile"})
class SteeringController {

    record AddresseeRequest(
            @NotNull UUID providerId,
            @NotNull Role role,
            @NotNull @Text String reason) {

        Addressee addressee() {
            return new Addressee(providerId, role);
        }
    }

    record ClearanceRequest(
            @NotNull @Pattern(regexp = "^[A-Za-z]{2}$", message = "Must be a two-letter country code (ISO 3166-1).")
            String country,

            @NotNull Authority authority,
            @NotNull @Text String reference,
            @NotNull @PastOrPresent Instant clearedAt,
            @NotNull @Text String reason) {

        Clearance clearance() {
            return new Clearance(country.toUpperCase(Locale.ROOT), authority, reference.strip(), clearedAt);
        }
    }

    private final DecideCase decide;
    private final Clock clock;

    SteeringController(DecideCase decide, Clock clock) {
        this.decide = decide;
        this.clock = clock;
    }

    /** Agrees to a step to a registrar, a registry or an upstream. */
    @Operation(
            operationId = "approveStep",
            summary = "Approve a step to a registrar, registry or upstream",
            description = "An operator agrees that this addressee is written to in this case. Idempotent.")
    @PostMapping("/approvals")
    @Refuses("409 case-closed, not-routed, not-in-chain, needs-no-approval, never-written-to")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(
            @PathVariable UUID caseId, Operator by, @Nullable IfMatch read, @RequestBody @Valid AddresseeRequest said) {
        decide.approve(caseId, IfMatch.orAny(read), said.addressee(), signed(by, said.reason()));
    }

    /** Has somebody else written to next, out of those the chain ranks. */
    @Operation(
            operationId = "changeAddressee",
            summary = "Change who is written to next",
            description =
                    "The addressee must be ranked by the chain of the case, have a usable contact and not have been written to in this cycle. Idempotent.")
    @PostMapping("/addressee")
    @Refuses(
            "409 case-closed, not-routed, not-in-chain, needs-approval, never-written-to, no-contact, written-to-already")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeAddressee(
            @PathVariable UUID caseId, Operator by, @Nullable IfMatch read, @RequestBody @Valid AddresseeRequest said) {
        decide.changeAddressee(caseId, IfMatch.orAny(read), said.addressee(), signed(by, said.reason()));
    }

    /** Records the word of a country's police or hotline. */
    @Operation(
            operationId = "recordClearance",
            summary = "Record an authority's word",
            description = "A country's police or hotline has nothing against a notice. Idempotent.")
    @PostMapping("/clearances")
    @Refuses("409 case-closed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(
            @PathVariable UUID caseId, Operator by, @Nullable IfMatch read, @RequestBody @Valid ClearanceRequest said) {
        decide.clear(caseId, IfMatch.orAny(read), said.clearance(), signed(by, said.reason()));
    }

    private Signed signed(Operator by, String reason) {
        return new Signed(by.name(), reason, clock.instant());
    }
}
