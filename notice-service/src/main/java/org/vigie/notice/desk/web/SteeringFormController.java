package org.vigie.notice.desk.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.events.Role;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.removal.Steering.Authority;
import org.vigie.notice.removal.Steering.Clearance;

/** Who is written to, from the case's page. */
@RestController
@RequestMapping("/desk/cases/{caseId}")
class SteeringFormController {

    private final Deciding deciding;
    private final DecideCase decide;
    private final Clock clock;

    SteeringFormController(Deciding deciding, DecideCase decide, Clock clock) {
        this.deciding = deciding;
        this.decide = decide;
        this.clock = clock;
    }

    @PostMapping("/approvals")
    ResponseEntity<String> approve(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(
                caseId,
                "approval",
                visitor,
                fields,
                (typed, read) -> decide.approve(caseId, read, addressee(typed), signed(visitor, typed)));
    }

    @PostMapping("/addressee")
    ResponseEntity<String> change(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(
                caseId,
                "addressee",
                visitor,
                fields,
                (typed, read) -> decide.changeAddressee(caseId, read, addressee(typed), signed(visitor, typed)));
    }

    @PostMapping("/clearances")
    ResponseEntity<String> clear(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(caseId, "clearance", visitor, fields, (typed, read) -> {
            var country = typed.raw("country").strip().toUpperCase(Locale.ROOT);
            if (!country.matches("[A-Z]{2}")) {
                throw Typed.refused("country", "country");
            }
            var now = clock.instant();
            var at = typed.time("cleared_at").orElse(now);
            if (at.isAfter(now)) {
                throw Typed.refused("cleared_at", "past");
            }
            var clearance =
                    new Clearance(country, typed.word("authority", Authority.class), typed.text("reference"), at);
            var why = typed.optional("reason").orElseGet(clearance::reference);
            decide.clear(caseId, read, clearance, new Signed(visitor.person(), why, now));
        });
    }

    /** As {@link ChainPart.RungRow#value} writes it. */
    private static Addressee addressee(Typed typed) {
        var parts = typed.raw("addressee").split(" ", -1);
        return Optional.of(parts)
                .filter(both -> both.length == 2)
                .flatMap(both -> Words.id(both[0])
                        .flatMap(provider -> Words.of(Role.class, both[1]).map(role -> new Addressee(provider, role))))
                .orElseThrow(() -> Typed.refused("addressee", "choose"));
    }

    private Signed signed(Visitor visitor, Typed typed) {
        return new Signed(visitor.person(), typed.text("reason"), clock.instant());
    }
}
