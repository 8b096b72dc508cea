package org.vigie.sandbox.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.sandbox.story.Sighting;
import org.vigie.sandbox.story.Tale;

/** Reports as {@code POST /v1/reports} takes them. */
final class Reports {

    private static final Duration HOLD = Duration.ofDays(60);

    private static final Map<String, ?> CLASSIFICATION = Map.of(
            "scheme", "interpol",
            "label", "baseline",
            "act", "EXHIBITION",
            "organisation", "Sandbox hotline",
            "assessors", 2);

    private Reports() {}

    static Map<String, ?> body(Tale tale, Sighting seen, int pagePort) {
        var body = new LinkedHashMap<String, Object>();
        var onion = tale.site().name().endsWith(".onion");
        var port = onion ? "" : ":" + pagePort;
        body.put(
                "url",
                "http://%s%s%s".formatted(tale.site().name(), port, tale.site().path()));
        body.put("category", "CSAM");
        body.put("maturation", seen.maturation());
        body.put("verification", seen.verified() ? "VERIFIED" : "SUSPECT");
        body.put("detection_method", "HASH_MATCH");
        if (seen.verified()) {
            body.put("verified_at", seen.due().minus(Duration.ofHours(1)).toString());
            body.put("classification", CLASSIFICATION);
        }
        body.put("content", content(seen));
        body.put("found_on_network", onion ? "DARK" : "CLEAR");
        body.put("partner_reference", tale.reference());
        if (seen.held()) {
            body.put("holds", List.of(hold(seen)));
        }
        return body;
    }

    private static Map<String, ?> hold(Sighting seen) {
        return Map.of(
                "owner",
                "Sandbox police",
                "reason",
                "They asked to wait",
                "expires_at",
                seen.due().plus(HOLD).toString(),
                "probing_allowed",
                false);
    }

    private static Map<String, ?> content(Sighting seen) {
        var content = new LinkedHashMap<String, Object>();
        content.put("kind", seen.kind());
        content.put("hashes", Map.of("sha256", seen.sha256()));
        if (seen.kind() == Sighting.Kind.ARCHIVE) {
            content.put("contained_verified", 3);
            content.put("contained_apparent", 58);
        }
        return content;
    }
}
