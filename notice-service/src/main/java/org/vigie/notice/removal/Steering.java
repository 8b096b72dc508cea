package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people turned the case.
 *
 * @param approved steps to a registrar, a registry or an upstream that an operator agreed to
 * @param chosen who is to be written to next instead of whom the chain ranks best, absent while nobody chose
 * @param clearances of authorities in countries that are waited for
 * @param declined addressees that said that the URL is not theirs, or refused to act, by cycle
 * @param dispute that waits for a second assessor, absent without any
 * @param retraction proposed and not agreed to yet, absent without any
 */
public record Steering(
        List<Addressee> approved,
        @Nullable Addressee chosen,
        List<Clearance> clearances,
        List<Declined> declined,
        @Nullable Dispute dispute,
        @Nullable Signed retraction) {

    public static final Steering NONE = new Steering(List.of(), null, List.of(), List.of(), null, null);

    public Steering {
        approved = List.copyOf(approved);
        clearances = List.copyOf(clearances);
        declined = List.copyOf(declined);
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
        return new Steering(all, chosen, clearances, declined, dispute, retraction);
    }

    Steering choosing(Addressee addressee) {
        return new Steering(approved, addressee, clearances, declined, dispute, retraction);
    }

    Steering cleared(Clearance clearance) {
        var all = new ArrayList<>(clearances);
        all.add(clearance);
        return new Steering(approved, chosen, all, declined, dispute, retraction);
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
        return new Steering(approved, chosen, clearances, all, dispute, retraction);
    }

    /** The first answer that disputes it begins the dispute. */
    Steering disputedBy(Reply reply) {
        return dispute == null
                ? disputed(new Dispute(reply.replyId(), reply.outcome(), reply.addressee(), reply.recordedAt()))
                : this;
    }

    Steering disputed(@Nullable Dispute next) {
        return new Steering(approved, chosen, clearances, declined, next, retraction);
    }

    Steering retracting(@Nullable Signed proposed) {
        return new Steering(approved, chosen, clearances, declined, dispute, proposed);
    }
}
