package org.vigie.notice.removal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.notice.removal.Targeting.ActedBy;

/**
 * Who seems to have taken content down: how its absence shows, joined with what the registry and the checker saw
 * changing. A guess with its confidence, never a proof.
 */
final class WhoActed {

    private WhoActed() {}

    /**
     * The most likely one.
     *
     * @param changes codes of {@code chains.v1}, none before the chain asked for after the removal
     * @param differences codes of {@code availability.v1}
     */
    static ActedBy of(
            RemovalClass showed,
            List<String> changes,
            List<String> differences,
            Addressee addressed,
            @Nullable UUID hostProvider) {
        var registered = changes.stream().anyMatch(code -> code.startsWith("RDAP"));
        var nameGone = changes.contains("DNS_NAME_GONE");
        var moved = changes.contains("AS_CHANGED") || changes.contains("DNS_ADDRESS_CHANGED");
        if (registered && showed != RemovalClass.EXPIRED) {
            return new ActedBy(Role.REGISTRAR, null, Confidence.HIGH);
        }
        return switch (showed) {
            case NAME_GONE -> new ActedBy(Role.REGISTRAR, null, nameGone ? Confidence.HIGH : Confidence.MEDIUM);
            case OUTAGE -> new ActedBy(Role.HOST, hostProvider, moved ? Confidence.MEDIUM : Confidence.LOW);
            case EXPIRED -> new ActedBy(Role.UNKNOWN, null, Confidence.LOW);
            case GONE_410, GONE_404, SOFT_GONE, SHUT, WITNESSED, UNKNOWN ->
                moved ? new ActedBy(Role.HOST, hostProvider, Confidence.MEDIUM) : onTheSpot(differences, addressed);
        };
    }

    /** The same server answers otherwise: whoever runs the site, most likely the one who was asked. */
    private static ActedBy onTheSpot(List<String> differences, Addressee addressed) {
        var onlyTheAnswer = differences.contains("STATUS") && !differences.contains("DNS");
        var couldDoIt = switch (addressed.role()) {
            case CONTENT_ADMIN, HOST -> true;
            case CDN, REGISTRAR, UPSTREAM, REGISTRY, UNKNOWN -> false;
        };
        var confidence = onlyTheAnswer && couldDoIt ? Confidence.MEDIUM : Confidence.LOW;
        return new ActedBy(addressed.role(), addressed.providerId(), confidence);
    }
}
