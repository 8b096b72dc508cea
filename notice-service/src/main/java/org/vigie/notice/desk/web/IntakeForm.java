package org.vigie.notice.desk.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.NetworkSeen;
import org.vigie.events.Verification;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.report.ReportRequest;
import org.vigie.notice.report.ReportRequest.AssessmentRequest;
import org.vigie.notice.report.ReportRequest.ContentRequest;
import org.vigie.notice.report.ReportRequest.HashesRequest;
import org.vigie.support.validation.InvalidField;

/** Reads what a person says of all the lines they pasted, and makes a report of each. */
final class IntakeForm {

    /** What is chosen before anybody chooses. */
    static final Typed EMPTY = new Typed(Map.of("category", "CSAM", "verification", "SUSPECT", "kind", "MEDIA"));

    private static final Set<Verification> SAID = Set.of(Verification.SUSPECT, Verification.VERIFIED);

    private IntakeForm() {}

    /**
     * What the line itself says, to be checked while the rest is still being typed.
     *
     * @throws InvalidField if there are two hashes of one kind
     */
    static ReportRequest alone(PastedLine line) {
        return new ReportRequest(
                line.url(),
                Category.CSAM,
                null,
                Verification.SUSPECT,
                null,
                null,
                null,
                content(ContentKind.MEDIA, line),
                null,
                null,
                null,
                null,
                null);
    }

    /** @throws InvalidField if a field of the form is missing or cannot be read */
    static ReportRequest report(Typed typed, PastedLine line) {
        var verification = typed.word("verification", Verification.class);
        if (!SAID.contains(verification)) {
            throw Typed.refused("verification", "choose");
        }
        var verified = verification == Verification.VERIFIED;
        return new ReportRequest(
                line.url(),
                typed.word("category", Category.class),
                typed.optionalWord("maturation", Maturation.class).orElse(null),
                verification,
                null,
                verified ? assessment(typed) : null,
                verified
                        ? typed.word("detection_method", DetectionMethod.class)
                        : typed.optionalWord("detection_method", DetectionMethod.class)
                                .orElse(null),
                content(typed.optionalWord("kind", ContentKind.class).orElse(null), line),
                url(typed, "found_on"),
                typed.optionalWord("found_on_network", NetworkSeen.class).orElse(null),
                url(typed, "referrer"),
                typed.optional("partner_reference").orElse(null),
                null);
    }

    /** Names one line of one form, so that the same form sent twice is one report, and a changed one is not. */
    static String key(Typed typed, PastedLine line) {
        var said = new TreeMap<>(typed.fields());
        Set.of("lines", "_csrf").forEach(said::remove);
        return NameBasedIds.of("intake", said, line.text()).toString();
    }

    private static AssessmentRequest assessment(Typed typed) {
        var scheme = typed.optionalWord("scheme", Scheme.class).orElse(null);
        return new AssessmentRequest(
                scheme == null ? null : scheme.name().toLowerCase(Locale.ROOT),
                scheme == Scheme.INTERPOL
                        ? Scheme.BASELINE
                        : typed.optional("label").orElse(null),
                typed.optionalWord("act", Act.class).orElse(null),
                typed.text("organisation"),
                null);
    }

    /** Longer than a text may be, and checked where reports are. */
    private static @Nullable String url(Typed typed, String field) {
        return typed.raw(field).isBlank() ? null : typed.raw(field).strip();
    }

    private static ContentRequest content(@Nullable ContentKind kind, PastedLine line) {
        return new ContentRequest(kind, hashes(line), null, null);
    }

    private static @Nullable HashesRequest hashes(PastedLine line) {
        if (line.hashes().isEmpty()) {
            return null;
        }
        return new HashesRequest(hash(line, 64), hash(line, 40), hash(line, 32), null, null);
    }

    private static @Nullable String hash(PastedLine line, int length) {
        var found = line.hashes().stream()
                .filter(hash -> hash.length() == length)
                .map(hash -> hash.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (found.size() > 1) {
            throw new InvalidField("/content/hashes", "hashes");
        }
        return found.isEmpty() ? null : found.getFirst();
    }
}
