package org.vigie.notice.escalation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.events.provider.ProviderSnapshot.Channel;
import org.vigie.events.provider.ProviderSnapshot.Contact;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.ChainParties;
import org.vigie.notice.removal.RemovalCase;

/**
 * What provider-registry says about a case, as far as it arrived here.
 *
 * @param chain the latest, absent before the first
 * @param providers those that the chain's ranking names
 */
public record RegistryView(@Nullable ChainSnapshot chain, Map<UUID, ProviderSnapshot> providers) {

    public RegistryView {
        providers = Map.copyOf(providers);
    }

    /** A ranked provider whose copy is missing or older than the chain; the chain cannot be used before it is there. */
    Optional<UUID> missingProvider() {
        return chain == null
                ? Optional.empty()
                : needed(chain).entrySet().stream()
                        .filter(entry -> !isHere(entry.getKey(), entry.getValue()))
                        .map(Map.Entry::getKey)
                        .min(Comparator.naturalOrder());
    }

    /** The providers that the chain ranks, and in which version at least. */
    static Map<UUID, Long> needed(ChainSnapshot chain) {
        var needed = new HashMap<UUID, Long>();
        chain.ranking().forEach(rung -> needed.put(rung.providerId(), 0L));
        for (var hop : chain.hops()) {
            var resolvedWith = hop.providerVersion();
            if (hop.providerId() != null && resolvedWith != null) {
                needed.computeIfPresent(hop.providerId(), (_, version) -> Math.max(version, resolvedWith));
            }
        }
        return needed;
    }

    private boolean isHere(UUID providerId, long version) {
        var copy = providers.get(providerId);
        return copy != null && copy.version() >= version;
    }

    /**
     * Who can be written to, best first: whom a person chose, then as the chain ranks them; who refused or declined is
     * left out.
     */
    List<Candidate> candidates(RemovalCase known) {
        if (chain == null) {
            return List.of();
        }
        var candidates = new ArrayList<Candidate>();
        for (var rung : chain.ranking()) {
            var addressee = new Addressee(rung.providerId(), rung.role());
            if (mayBeWrittenTo(known, rung) && !known.steering().isDeclined(known.cycle(), addressee)) {
                contact(known, addressee)
                        .ifPresent(
                                contact -> candidates.add(new Candidate(addressee, rung.tier(), contact.contactId())));
            }
        }
        candidates.sort(Comparator.comparing(candidate -> !known.steering().isChosen(candidate.addressee())));
        return candidates;
    }

    /** Whether the addressee can be written to now. */
    public boolean isCandidate(RemovalCase known, Addressee addressee) {
        return candidates(known).stream()
                .anyMatch(candidate -> candidate.addressee().equals(addressee));
    }

    /** Everybody whom the chain ranks, best first; empty before the first chain. */
    public List<Ranked> ranked(RemovalCase known) {
        return chain == null
                ? List.of()
                : chain.ranking().stream().map(rung -> ranked(known, rung)).toList();
    }

    private Ranked ranked(RemovalCase known, ChainSnapshot.Rung rung) {
        var addressee = new Addressee(rung.providerId(), rung.role());
        return new Ranked(
                addressee,
                countryOf(addressee).orElse(null),
                approval(rung),
                known.steering().isApproved(addressee),
                contact(known, addressee).isPresent());
    }

    private boolean mayBeWrittenTo(RemovalCase known, ChainSnapshot.Rung rung) {
        return switch (approval(rung)) {
            case NOT_NEEDED -> true;
            case OPERATOR -> known.steering().isApproved(new Addressee(rung.providerId(), rung.role()));
            case REFUSED, UNKNOWN -> false;
        };
    }

    /** Whether a person must agree before the addressee is written to; empty if the chain does not rank it. */
    public Optional<Approval> approvalOf(Addressee addressee) {
        return chain == null
                ? Optional.empty()
                : chain.ranking().stream()
                        .filter(rung -> new Addressee(rung.providerId(), rung.role()).equals(addressee))
                        .map(this::approval)
                        .findFirst();
    }

    /** A shared domain or platform is never taken down for one case, whatever the ranking says. */
    private Approval approval(ChainSnapshot.Rung rung) {
        return switch (rung.role()) {
            case REGISTRAR, REGISTRY -> chain != null && chain.shared() ? Approval.REFUSED : rung.approval();
            case CONTENT_ADMIN, HOST, CDN, UPSTREAM, UNKNOWN -> rung.approval();
        };
    }

    /** Where the addressee is, ISO 3166-1 alpha-2; empty if unknown. */
    Optional<String> countryOf(Addressee addressee) {
        return Optional.ofNullable(providers.get(addressee.providerId())).map(ProviderSnapshot::country);
    }

    /** Whether a person must agree before the next rung is climbed. */
    boolean waitsForApproval(RemovalCase known) {
        return chain != null
                && chain.ranking().stream()
                        .filter(rung -> approval(rung) == Approval.OPERATOR)
                        .map(rung -> new Addressee(rung.providerId(), rung.role()))
                        .anyMatch(addressee -> !known.steering().isApproved(addressee)
                                && !known.steering().isDeclined(known.cycle(), addressee)
                                && known.pursuit().contacted(addressee).isEmpty()
                                && contact(known, addressee).isPresent());
    }

    /** Whom the chain names, ranked or not, and of whom it says nothing. */
    ChainParties named() {
        if (chain == null) {
            return ChainParties.of(List.of(), false, true);
        }
        var named = new ArrayList<Addressee>();
        for (var hop : chain.hops()) {
            if (hop.providerId() != null) {
                named.add(new Addressee(hop.providerId(), hop.role()));
            }
        }
        chain.ranking().forEach(rung -> named.add(new Addressee(rung.providerId(), rung.role())));
        return ChainParties.of(named, leadsSomewhere(chain), chain.degraded());
    }

    /** Somebody carries the content, known by name or not. */
    private static boolean leadsSomewhere(ChainSnapshot chain) {
        return Stream.concat(
                        chain.hops().stream().map(ChainSnapshot.Hop::role),
                        chain.ranking().stream().map(ChainSnapshot.Rung::role))
                .anyMatch(role -> role == Role.HOST || role == Role.CDN);
    }

    @Nullable
    UUID hostProvider() {
        return chain == null
                ? null
                : chain.hops().stream()
                        .filter(hop -> hop.role() == Role.HOST)
                        .map(ChainSnapshot.Hop::providerId)
                        .filter(id -> id != null)
                        .findFirst()
                        .orElse(null);
    }

    /** The best contact that can be written to and did not refuse in this cycle. */
    private Optional<Contact> contact(RemovalCase known, Addressee addressee) {
        return Optional.ofNullable(providers.get(addressee.providerId())).stream()
                .flatMap(Reachability::contacts)
                .filter(contact -> known.pursuit().refused().stream()
                        .noneMatch(refused -> refused.cycle() == known.cycle()
                                && refused.contactId().equals(contact.contactId())))
                .findFirst();
    }

    /** Whether the chain ranks a provider by an address that no notice can be written to. */
    boolean ranksUnwritable() {
        return chain != null
                && chain.ranking().stream()
                        .map(rung -> providers.get(rung.providerId()))
                        .filter(provider -> provider != null && !provider.retired())
                        .flatMap(provider -> provider.contacts().stream())
                        .anyMatch(contact -> contact.channel() != Channel.HTTPS_JSON
                                && contact.channel() != Channel.UNKNOWN
                                && !Reachability.isWrittenTo(contact));
    }
}
