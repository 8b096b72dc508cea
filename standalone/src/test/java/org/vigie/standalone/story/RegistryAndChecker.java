package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.vigie.events.Confidence;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Contact;
import org.vigie.events.provider.ProviderSnapshot.Format;
import org.vigie.events.provider.ProviderSnapshot.Health;

/** What the registry and the checker would publish about the cases of notice-service. */
final class RegistryAndChecker {

    private final NoticesAndMetrics services;
    private final Map<UUID, Long> versions = new HashMap<>();

    RegistryAndChecker(NoticesAndMetrics services) {
        this.services = services;
    }

    /** A verified report of a medium. */
    static String report(String url, String hash) {
        return """
                {"url": "%s", "category": "CSAM", "maturation": "PREPUBESCENT", "verification": "VERIFIED",
                 "verified_at": "2026-01-05T09:00:00Z", "detection_method": "MANUAL_REVIEW",
                 "classification": {"scheme": "interpol", "label": "baseline", "act": "SEX_ACT",
                                    "organisation": "Example", "assessors": 2},
                 "content": {"kind": "MEDIA", "hashes": {"sha256": "%s"}}}""".formatted(url, hash);
    }

    static String hash(String name) {
        return "%064x".formatted(new BigInteger(1, name.getBytes(UTF_8)));
    }

    UUID provider(String name) {
        var id = UUID.randomUUID();
        var contact = new Contact(
                UUID.randomUUID(),
                Channel.EMAIL,
                name.toLowerCase(Locale.ROOT) + "@provider.example",
                Format.XARF4,
                "en",
                Health.OK,
                null,
                false,
                false,
                null);
        services.publish(
                Topics.PROVIDERS,
                id,
                new ProviderSnapshot(
                        id, 1, name, null, Role.HOST, "NL", null, null, null, false, null, List.of(contact)));
        return id;
    }

    void route(UUID caseId, UUID provider) {
        services.publish(
                Topics.CHAINS,
                caseId,
                new ChainSnapshot(
                        caseId,
                        next(caseId),
                        services.now().toEpochMilli(),
                        HostKind.DOMAIN,
                        List.of(new Hop(Role.HOST, provider, 1L, null, "TAUGHT", Confidence.HIGH, null, null)),
                        List.of(new ChainSnapshot.Rung(Role.HOST, provider, 2, 0.5, 1, Approval.NOT_NEEDED, List.of())),
                        List.of(),
                        ProbeRule.ANY,
                        false,
                        false,
                        null,
                        List.of(),
                        null));
    }

    void up(UUID caseId) {
        look(caseId, Presence.REACHABLE, List.of());
    }

    void down(UUID caseId, Instant at) {
        var millis = at.toEpochMilli();
        look(caseId, Presence.DOWN, List.of(new Removal(null, millis, millis, RemovalClass.GONE_410, null)));
    }

    private void look(UUID caseId, Presence presence, List<Removal> removals) {
        var at = services.now().toEpochMilli();
        var isDown = presence == Presence.DOWN;
        services.publish(
                Topics.AVAILABILITY,
                caseId,
                new AvailabilitySnapshot(
                        caseId,
                        next(caseId),
                        presence,
                        List.of(),
                        isDown ? null : at,
                        null,
                        isDown ? at : null,
                        isDown ? RemovalClass.GONE_410 : null,
                        false,
                        at,
                        0,
                        removals,
                        List.of(),
                        null));
    }

    private long next(UUID caseId) {
        return versions.merge(caseId, 1L, Long::sum);
    }
}
