package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.notice.escalation.Step.AwaitProvider;
import org.vigie.notice.escalation.Step.GiveUp;
import org.vigie.notice.escalation.Step.Rest;
import org.vigie.notice.escalation.Step.TakeChain;
import org.vigie.notice.escalation.Step.TakeRoute;
import org.vigie.notice.escalation.Step.Why;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Route;

/** What the chain means for a case: who is written to, or that nobody can be. */
final class Routing {

    private static final String NO_CONTACT = "NO_USABLE_CONTACT";

    private Routing() {}

    /**
     * The step that the chain asks for; empty if the case follows it already or cannot use it yet. An erased case has
     * no place that anybody could be told of.
     */
    static Optional<Step> step(RemovalCase known, RegistryView around) {
        if (known.erasedAt().isPresent()) {
            return Optional.of(new Rest(null, Why.ERASED));
        }
        var chain = around.chain();
        if (chain == null || !isOpen(known) || isTooOld(known, chain)) {
            return Optional.empty();
        }
        var missing = around.missingProvider();
        if (missing.isPresent()) {
            return Optional.of(new AwaitProvider(missing.get()));
        }
        var isNew = chain.version() > known.route().chainVersion();
        return switch (known.stage()) {
            case Verified _ -> Optional.of(route(known, around, chain));
            case Routed _ -> rerouted(known, around, chain, isNew);
            case Unaddressable _, Exhausted _ ->
                isNew || isOpenedByAPerson(known, around)
                        ? Optional.of(onceMore(known, around, chain))
                        : Optional.empty();
            case Notified _ ->
                isNew || hasStranger(known, around) ? Optional.of(moved(known, around, chain)) : Optional.empty();
            case Received _, Rejected _, Retracted _ -> Optional.empty();
        };
    }

    private static boolean isOpen(RemovalCase known) {
        return !known.isHeld() && !known.evidence().verified().isEmpty();
    }

    private static boolean isTooOld(RemovalCase known, ChainSnapshot chain) {
        var wanted = known.wants().chainAfter();
        return wanted != null && Instant.ofEpochMilli(chain.resolvedAt()).isBefore(wanted);
    }

    private static Step route(RemovalCase known, RegistryView around, ChainSnapshot chain) {
        return best(known, around)
                .<Step>map(candidate -> take(around, chain, candidate.addressee()))
                .orElseGet(() -> giveUp(around, chain));
    }

    /** The addressee may have refused, or a better one may be known by now. */
    private static Optional<Step> rerouted(RemovalCase known, RegistryView around, ChainSnapshot chain, boolean isNew) {
        var reachable = around.candidates(known).stream()
                .anyMatch(
                        candidate -> candidate.addressee().equals(known.route().addressee()));
        var chosen = best(known, around)
                .filter(candidate -> known.steering().isChosen(candidate.addressee()))
                .filter(candidate -> !candidate.addressee().equals(known.route().addressee()));
        if (reachable && !isNew && chosen.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(route(known, around, chain));
    }

    /** A step that an operator approved may be taken at once, without another chain. */
    private static boolean isOpenedByAPerson(RemovalCase known, RegistryView around) {
        return best(known, around)
                .filter(candidate -> known.steering().isApproved(candidate.addressee())
                        || known.steering().isChosen(candidate.addressee()))
                .isPresent();
    }

    private static Step onceMore(RemovalCase known, RegistryView around, ChainSnapshot chain) {
        return best(known, around)
                .<Step>map(candidate -> take(around, chain, candidate.addressee()))
                .orElseGet(() ->
                        known.stage() instanceof Unaddressable ? giveUp(around, chain) : keep(known, around, chain));
    }

    /** A notice was on its way while the content moved: who was told has it no more. */
    private static boolean hasStranger(RemovalCase known, RegistryView around) {
        var named = around.named();
        return !known.presence().isDown()
                && known.outcome().targetings().stream()
                        .filter(targeting -> targeting.cycle() == known.cycle() && targeting.isOpen())
                        .anyMatch(one -> named.leavesOut(new Addressee(one.providerId(), one.role())));
    }

    /** Content that moved, or an origin that is known now, has another addressee than the one written to. */
    private static Step moved(RemovalCase known, RegistryView around, ChainSnapshot chain) {
        if (known.presence().isDown()) {
            return keep(known, around, chain);
        }
        var addressee = Objects.requireNonNull(known.route().addressee());
        var stillNamed = !around.named().leavesOut(addressee);
        if (stillNamed && known.steering().isChosen(addressee)) {
            return keep(known, around, chain);
        }
        var best = best(known, around).filter(candidate -> !stillNamed || candidate.tier() < tierOf(around, addressee));
        return best.<Step>map(candidate -> take(around, chain, candidate.addressee()))
                .orElseGet(() -> keep(known, around, chain));
    }

    private static Step keep(RemovalCase known, RegistryView around, ChainSnapshot chain) {
        return new TakeChain(route(chain, around, known.route().addressee()), around.named());
    }

    private static Step take(RegistryView around, ChainSnapshot chain, Addressee addressee) {
        return new TakeRoute(route(chain, around, addressee), around.named());
    }

    private static Step giveUp(RegistryView around, ChainSnapshot chain) {
        var reason = around.ranksUnwritable() ? Unaddressable.NO_WRITABLE_CONTACT : NO_CONTACT;
        return new GiveUp(route(chain, around, null), Objects.requireNonNullElse(chain.reason(), reason));
    }

    private static int tierOf(RegistryView around, Addressee addressee) {
        var chain = Objects.requireNonNull(around.chain());
        return chain.ranking().stream()
                .filter(rung -> new Addressee(rung.providerId(), rung.role()).equals(addressee))
                .mapToInt(ChainSnapshot.Rung::tier)
                .findFirst()
                .orElse(0);
    }

    /** The best one who was not written to in this cycle. */
    private static Optional<Candidate> best(RemovalCase known, RegistryView around) {
        return around.candidates(known).stream()
                .filter(candidate ->
                        known.pursuit().contacted(candidate.addressee()).isEmpty())
                .findFirst();
    }

    /** How the chain's version is told in a route. */
    private static Route route(ChainSnapshot chain, RegistryView around, @Nullable Addressee addressee) {
        return new Route(
                chain.version(),
                Instant.ofEpochMilli(chain.resolvedAt()),
                around.hostProvider(),
                chain.probeRule(),
                addressee);
    }
}
