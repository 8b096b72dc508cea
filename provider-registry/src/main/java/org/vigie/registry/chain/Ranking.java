package org.vigie.registry.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.events.provider.ChainSnapshot.Rung;
import org.vigie.registry.provider.Provider;

/**
 * Whom to write to, best first: by tier, inside a tier by responsiveness × contactability, then by provider id. The
 * same facts give the same ranking.
 */
final class Ranking {

    private static final Comparator<Rung> BEST_FIRST = Comparator.comparingInt(Rung::tier)
            .thenComparing(Comparator.comparingDouble(Ranking::score).reversed())
            .thenComparing(Rung::providerId);

    private record Candidate(Role role, UUID provider) {}

    private Ranking() {}

    /** One rung per provider and role of the chain. */
    static List<Rung> of(Chain chain, NetworkBook book, Function<UUID, Responsiveness> trackRecord) {
        var evidence = new LinkedHashMap<Candidate, TreeSet<String>>();
        for (var hop : chain.hops()) {
            if (hop.providerId() != null) {
                evidence.computeIfAbsent(new Candidate(hop.role(), hop.providerId()), _ -> new TreeSet<>())
                        .add(hop.evidence());
            }
        }
        var hostUnknown = chain.hops().stream().anyMatch(Ranking::isUnknownHost);
        var rungs = new ArrayList<Rung>();
        evidence.forEach((candidate, codes) -> book.provider(candidate.provider())
                .map(provider -> rung(
                        chain, candidate, provider, trackRecord.apply(provider.id()), List.copyOf(codes), hostUnknown))
                .ifPresent(rungs::add));
        rungs.sort(BEST_FIRST);
        return rungs;
    }

    /** Whether somebody in it may be written to, with an operator's approval where it takes one. */
    static boolean addressable(List<Rung> ranking) {
        return ranking.stream().anyMatch(rung -> rung.contactability() > 0 && rung.approval() != Approval.REFUSED);
    }

    static double score(Rung rung) {
        return rung.responsiveness() * rung.contactability();
    }

    private static Rung rung(
            Chain chain,
            Candidate candidate,
            Provider provider,
            Responsiveness responsiveness,
            List<String> evidence,
            boolean hostUnknown) {
        var approval = approval(candidate.role(), chain.shared());
        var reasons = new ArrayList<>(evidence);
        reasons.add(contact(provider));
        if (responsiveness.targetings() == 0) {
            reasons.add("NO_TRACK_RECORD");
        }
        if (candidate.role() == Role.CDN && hostUnknown) {
            reasons.add("HOST_UNKNOWN_BEHIND_CDN");
        }
        if (approval != Approval.NOT_NEEDED) {
            reasons.add(approval == Approval.REFUSED ? "SHARED_DOMAIN" : "APPROVAL_NEEDED");
        }
        return new Rung(
                candidate.role(),
                provider.id(),
                tier(candidate.role()),
                responsiveness.value(),
                provider.contactability(),
                approval,
                reasons);
    }

    private static int tier(Role role) {
        return switch (role) {
            case CONTENT_ADMIN -> 1;
            case HOST -> 2;
            case CDN -> 3;
            case REGISTRAR -> 4;
            case UPSTREAM -> 5;
            case REGISTRY -> 6;
            case UNKNOWN -> 7;
        };
    }

    private static Approval approval(Role role, boolean shared) {
        return switch (role) {
            case CONTENT_ADMIN, HOST, CDN -> Approval.NOT_NEEDED;
            case REGISTRAR, UPSTREAM, REGISTRY, UNKNOWN -> shared ? Approval.REFUSED : Approval.OPERATOR;
        };
    }

    private static String contact(Provider provider) {
        return provider.contacts().isEmpty() ? "NO_CONTACT" : "CONTACT_" + provider.bestHealth();
    }

    private static boolean isUnknownHost(Hop hop) {
        return hop.role() == Role.HOST && hop.providerId() == null;
    }
}
