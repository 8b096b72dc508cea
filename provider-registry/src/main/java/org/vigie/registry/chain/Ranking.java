package org.vigie.registry.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

    private Ranking() {}

    /** One rung per provider and role of the chain. */
    static List<Rung> of(Chain chain, NetworkBook book, Function<UUID, Responsiveness> trackRecord) {
        var hops = chain.hops();
        var hostUnknown = hostUnknown(hops);
        var rungs = new ArrayList<Rung>();
        int next;
        for (int first = 0; first < hops.size(); first = next) {
            next = endOfCandidate(hops, first);
            var id = hops.get(first).providerId();
            var provider = id == null ? null : book.provider(id);
            if (provider != null) {
                rungs.add(rung(
                        chain, hops.subList(first, next), provider, trackRecord.apply(provider.id()), hostUnknown));
            }
        }
        rungs.sort(BEST_FIRST);
        return rungs;
    }

    /** Hops are in order: those of one provider in one role stand together, and their evidence in its order. */
    private static int endOfCandidate(List<Hop> hops, int first) {
        var candidate = hops.get(first);
        int end = first + 1;
        while (end < hops.size()
                && hops.get(end).role() == candidate.role()
                && Objects.equals(hops.get(end).providerId(), candidate.providerId())) {
            end++;
        }
        return end;
    }

    private static List<String> evidence(List<Hop> hops) {
        var codes = new ArrayList<String>();
        for (var hop : hops) {
            if (codes.isEmpty() || !codes.getLast().equals(hop.evidence())) {
                codes.add(hop.evidence());
            }
        }
        return codes;
    }

    /** Whether somebody in it may be written to, with an operator's approval where it takes one. */
    static boolean addressable(List<Rung> ranking) {
        for (var rung : ranking) {
            if (rung.contactability() > 0 && rung.approval() != Approval.REFUSED) {
                return true;
            }
        }
        return false;
    }

    static double score(Rung rung) {
        return rung.responsiveness() * rung.contactability();
    }

    private static Rung rung(
            Chain chain, List<Hop> hops, Provider provider, Responsiveness responsiveness, boolean hostUnknown) {
        var role = hops.getFirst().role();
        var approval = approval(role, chain.shared());
        var reasons = evidence(hops);
        reasons.add(contact(provider));
        if (responsiveness.targetings() == 0) {
            reasons.add("NO_TRACK_RECORD");
        }
        if (role == Role.CDN && hostUnknown) {
            reasons.add("HOST_UNKNOWN_BEHIND_CDN");
        }
        if (approval != Approval.NOT_NEEDED) {
            reasons.add(approval == Approval.REFUSED ? "SHARED_DOMAIN" : "APPROVAL_NEEDED");
        }
        return new Rung(
                role, provider.id(), tier(role), responsiveness.value(), provider.contactability(), approval, reasons);
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

    private static boolean hostUnknown(List<Hop> hops) {
        for (var hop : hops) {
            if (hop.role() == Role.HOST && hop.providerId() == null) {
                return true;
            }
        }
        return false;
    }
}
