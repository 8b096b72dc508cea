package org.vigie.notice.desk.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.Observation.Seen;
import org.vigie.notice.removal.Signed;

/** Holds, retractions and what people saw, from the case's page. */
@RestController
@RequestMapping("/desk/cases/{caseId}")
class DecisionFormController {

    private final Deciding deciding;
    private final DecideCase decide;
    private final Clock clock;

    DecisionFormController(Deciding deciding, DecideCase decide, Clock clock) {
        this.deciding = deciding;
        this.decide = decide;
        this.clock = clock;
    }

    @PostMapping("/holds")
    ResponseEntity<String> hold(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(caseId, "hold", visitor, fields, (typed, read) -> {
            var now = clock.instant();
            var ends = typed.time("expires_at").orElseThrow(() -> Typed.refused("expires_at", "time"));
            if (!ends.isAfter(now)) {
                throw Typed.refused("expires_at", "future");
            }
            decide.hold(
                    caseId,
                    read,
                    new Hold(
                            NameBasedIds.of("hold", caseId, typed.text("key")),
                            typed.isTicked("preserve") ? Hold.Kind.PRESERVE : Hold.Kind.STOP,
                            typed.text("owner"),
                            typed.text("reason"),
                            now,
                            ends,
                            typed.isTicked("probing_allowed"),
                            visitor.person()));
        });
    }

    @PostMapping("/holds/{holdId}/release")
    ResponseEntity<String> release(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @PathVariable UUID holdId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(
                caseId,
                "release-" + holdId,
                visitor,
                fields,
                (typed, read) -> decide.release(caseId, read, holdId, signed(visitor, typed)));
    }

    @PostMapping("/retraction")
    ResponseEntity<String> propose(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(
                caseId,
                "retraction",
                visitor,
                fields,
                (typed, read) -> decide.proposeRetraction(caseId, read, signed(visitor, typed)));
    }

    @PostMapping("/retraction/approval")
    ResponseEntity<String> agree(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(
                caseId,
                "agreement",
                visitor,
                fields,
                (typed, read) -> decide.retract(caseId, read, signed(visitor, typed)));
    }

    @PostMapping("/observations")
    ResponseEntity<String> observe(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(caseId, "observation", visitor, fields, (typed, read) -> {
            var at = past(typed, "observed_at");
            var id = NameBasedIds.of("observation", caseId, typed.text("key"));
            var seen = typed.word("seen", Seen.class);
            var signed = new Signed(visitor.person(), typed.text("reason"), at);
            decide.observe(caseId, read, new Observation(id, seen, signed));
        });
    }

    private Instant past(Typed typed, String field) {
        var now = clock.instant();
        var at = typed.time(field).orElse(now);
        if (at.isAfter(now)) {
            throw Typed.refused(field, "past");
        }
        return at;
    }

    private Signed signed(Visitor visitor, Typed typed) {
        return new Signed(visitor.person(), typed.text("reason"), clock.instant());
    }
}
