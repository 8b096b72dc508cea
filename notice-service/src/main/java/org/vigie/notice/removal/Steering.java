package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where people turned the case.
 *
 * @param approved steps to a registrar, a registry or an upstream that an operator agreed to
 * @param chosen who is to be written to next instead of whom the chain ranks best, absent while nobody chose
 * @param clearances of authorities in countries that are waited for
 * @param declined addressees that said that the URL is not theirs, or refused to act, by cycle
 * @param dispute that waits for a second assessor, absent without any
 * @param rulings on disputes of which those who began them are still to be told
 * @param retraction proposed and not agreed to yet, absent without any
 */
public record Steering(
        List<Addressee> approved,
        @Nullable Addressee chosen,
        List<Clearance> clearances,
        List<Declined> declined,
        @Nullable Dispute dispute,
        List<Ruling> rulings,
        @Nullable Signed retraction) {

    public static final Steering NONE = new Steering(List.of(), null, List.of(), List.of(), null, List.of(), null);

    public Steering {
        approved = List.copyOf(approved);
        clearances = List.copyOf(clearances);
        declined = List.copyOf(declined);
        rulings = List.copyOf(rulings);
    }

    /** An addressee that has nothing to do with it, or will not act, in one cycle. */
    public record Declined(int cycle, Addressee addressee) {}

    /** Whose word is waited for before a country's first notice. */
    public enum Authority {
        POLICE,
        HOTLINE
    }

    /**
     * An authority has nothing against a notice.
     *
     * @param country ISO 3166-1 alpha-2
     * @param reference the authority's own
     */
    public record Clearance(String country, Authority authority, String reference, Instant at) {}

    public boolean isApproved(Addressee addressee) {
        return approved.contains(addressee);
    }

    public boolean isChosen(Addressee addressee) {
        return addressee.equals(chosen);
    }

    public boolean isCleared(String country, Authority authority) {
        return clearances.stream()
                .anyMatch(clearance -> clearance.country().equals(country) && clearance.authority() == authority);
    }

    Steering approving(Addressee addressee) {
        var all = new ArrayList<>(approved);
        all.add(addressee);
        return new Steering(all, chosen, clearances, declined, dispute, rulings, retraction);
    }

    Steering choosing(Addressee addressee) {
        return new Steering(approved, addressee, clearances, declined, dispute, rulings, retraction);
    }

    Steering cleared(Clearance clearance) {
        var all = new ArrayList<>(clearances);
        all.add(clearance);
        return new Steering(approved, chosen, all, declined, dispute, rulings, retraction);
    }

    public boolean isDeclined(int cycle, Addressee addressee) {
        return declined.contains(new Declined(cycle, addressee));
    }

    Steering declinedBy(int cycle, Addressee addressee) {
        if (isDeclined(cycle, addressee)) {
            return this;
        }
        var all = new ArrayList<>(declined);
        all.add(new Declined(cycle, addressee));
        return new Steering(approved, chosen, clearances, all, dispute, rulings, retraction);
    }

    /** The first answer that disputes it begins the dispute, which others join. */
    Steering disputedBy(Reply reply) {
        return disputed(dispute == null ? Dispute.begunBy(reply) : dispute.joinedBy(reply));
    }

    /** What the addressee is still to be told about its dispute, empty if nothing. */
    public Optional<Ruling> ruling(Addressee addressee) {
        return rulings.stream()
                .filter(one -> one.objection().addressee().equals(addressee))
                .findFirst();
    }

    /** Decided once more before the addressee heard of it, the later decision counts. */
    Steering owing(List<Ruling> more) {
        var all = new ArrayList<>(rulings);
        all.removeIf(known -> more.stream().anyMatch(one -> one.isFor(known.objection())));
        all.addAll(more);
        return new Steering(approved, chosen, clearances, declined, dispute, all, retraction);
    }

    /** The addressee was told what was decided by then, or cannot be. */
    Steering told(Addressee addressee, Instant at) {
        var left = rulings.stream()
                .filter(one -> !one.objection().addressee().equals(addressee)
                        || one.at().isAfter(at))
                .toList();
        return new Steering(approved, chosen, clearances, declined, dispute, left, retraction);
    }

    /** All is taken back, which answers whoever disputed it. */
    Steering retracted() {
        return new Steering(approved, chosen, clearances, declined, null, List.of(), null);
    }

    Steering disputed(@Nullable Dispute next) {
        return new Steering(approved, chosen, clearances, declined, next, rulings, retraction);
    }

    Steering retracting(@Nullable Signed proposed) {
        return new Steering(approved, chosen, clearances, declined, dispute, rulings, proposed);
    }
}
