package org.vigie.notice.desk.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.content.Classification;
import org.vigie.notice.oversight.Classify;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.DisputeDecision;
import org.vigie.notice.removal.Signed;

/** What content is, from the case's page: first, and when a provider disputes it. */
@RestController
@RequestMapping("/desk/cases/{caseId}")
class AssessmentFormController {

    /** As REST takes it. */
    private static final int LONGEST_REASON = 2000;

    /** Whether it is known who is shown. */
    private enum Identified {
        YES,
        NO
    }

    private final Deciding deciding;
    private final Classify classify;
    private final DecideCase decide;
    private final Clock clock;

    AssessmentFormController(Deciding deciding, Classify classify, DecideCase decide, Clock clock) {
        this.deciding = deciding;
        this.classify = classify;
        this.decide = decide;
        this.clock = clock;
    }

    @PostMapping("/classification")
    ResponseEntity<String> classify(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(
                caseId,
                "classification",
                visitor,
                fields,
                (typed, _) -> classify.decide(
                        caseId, classification(caseId, visitor.person(), Usual.spelledOut(typed), clock.instant())));
    }

    @PostMapping("/dispute")
    ResponseEntity<String> decide(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID caseId,
            @RequestParam Map<String, String> fields) {
        return deciding.on(caseId, "dispute", visitor, fields, (typed, _) -> {
            var now = clock.instant();
            var decision = typed.word("decision", DisputeDecision.class);
            var signed = new Signed(visitor.person(), typed.words("reason", LONGEST_REASON), now);
            if (!decision.allows(signed.why())) {
                throw Typed.refused("reason", "url");
            }
            if (decision != DisputeDecision.RECLASSIFY) {
                decide.decideDispute(caseId, decision, signed);
                return;
            }
            var said = classification(caseId, visitor.person(), typed, now);
            if (said.verification() != Verification.VERIFIED && said.verification() != Verification.NOT_ILLEGAL) {
                throw Typed.refused("verification", "decided");
            }
            classify.reclassify(caseId, said, signed);
        });
    }

    private static Classification classification(UUID caseId, String assessor, Typed typed, Instant now) {
        var verification = typed.word("verification", Verification.class);
        if (verification == Verification.SUSPECT || verification == Verification.UNKNOWN) {
            throw Typed.refused("verification", "choose");
        }
        var scheme = typed.optionalWord("scheme", Scheme.class).orElse(null);
        return new Classification(
                NameBasedIds.of("classification", caseId, typed.text("key"), assessor),
                typed.optionalId("content_id"),
                verification,
                typed.optionalWord("category", Category.class).orElse(null),
                typed.optionalWord("maturation", Maturation.class).orElse(null),
                typed.optionalWord("act", Act.class).orElse(null),
                scheme == null ? null : scheme.name().toLowerCase(Locale.ROOT),
                scheme == Scheme.INTERPOL
                        ? Scheme.BASELINE
                        : typed.optional("label").orElse(null),
                typed.text("organisation"),
                null,
                now,
                typed.optional("reason").orElse(null),
                assessor,
                typed.optionalWord("identified", Identified.class)
                        .map(said -> said == Identified.YES)
                        .orElse(null));
    }
}
