package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.vigie.notice.removal.Steering.Authority;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.support.web.Given;
import org.vigie.support.web.InvalidRequest;
import org.vigie.support.web.Refuses;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;

/** Where people turn cases, over HTTP; who they are comes in the header {@code Vigie-Operator}. */
@RestController
@RequestMapping("/v1/cases/{caseId}")
@Refuses({"404 unknown-case", "412 edited-meanwhile"})
class SteeringController {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    record AddresseeRequest(
            @Required @Nullable UUID providerId,
            @Required @Nullable Role role,
            @Required @Text @Nullable String reason) {

        Addressee addressee() {
            var named = Given.required(role, "/role");
            return new Addressee(
                    Given.required(providerId, "/provider_id"),
                    Given.required(named == Role.UNKNOWN ? null : named, "/role"));
        }
    }

    record ClearanceRequest(
            @Required @Schema(pattern = "^[A-Za-z]{2}$") @Nullable
            String country,

            @Required @Nullable Authority authority,
            @Required @Text @Nullable String reference,
            @Required @Nullable Instant clearedAt,
            @Required @Text @Nullable String reason) {}

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
    void approve(@PathVariable UUID caseId, Decider by, @RequestBody AddresseeRequest said) {
        var signed = by.signed(said.reason(), clock.instant());
        decide.approve(caseId, by.seen(), said.addressee(), signed);
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
    void changeAddressee(@PathVariable UUID caseId, Decider by, @RequestBody AddresseeRequest said) {
        var signed = by.signed(said.reason(), clock.instant());
        decide.changeAddressee(caseId, by.seen(), said.addressee(), signed);
    }

    /** Records the word of a country's police or hotline. */
    @Operation(
            operationId = "recordClearance",
            summary = "Record an authority's word",
            description = "A country's police or hotline has nothing against a notice. Idempotent.")
    @PostMapping("/clearances")
    @Refuses("409 case-closed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@PathVariable UUID caseId, Decider by, @RequestBody ClearanceRequest said) {
        var now = clock.instant();
        var signed = by.signed(said.reason(), now);
        var at = Given.past(said.clearedAt(), "/cleared_at", now);
        var clearance = new Clearance(
                country(said.country()),
                Given.required(said.authority(), "/authority"),
                Given.text(said.reference(), "/reference"),
                at);
        decide.clear(caseId, by.seen(), clearance, signed);
    }

    private static String country(@Nullable String given) {
        var country = Given.text(given, "/country").toUpperCase(Locale.ROOT);
        if (!COUNTRY.matcher(country).matches()) {
            throw new InvalidRequest("/country", "Must be a two-letter country code (ISO 3166-1).");
        }
        return country;
    }
}
