package org.vigie.notice.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.desk.ShowCase.Shown;
import org.vigie.notice.escalation.Ranked;
import org.vigie.notice.removal.ContactedAddressee;
import org.vigie.notice.removal.RemovalCase;

/**
 * Who can act, best first and why, and on what evidence.
 *
 * @param resolvedAt absent before the first chain
 * @param reason code of why there is nobody to write to, absent otherwise
 */
record ChainPart(
        List<RungRow> rungs,
        List<HopRow> hops,
        List<ChainSnapshot.Failure> failures,
        @Nullable Instant resolvedAt,
        boolean shared,
        boolean degraded,
        @Nullable String reason) {

    /**
     * A provider in a role, as the chain ranks it.
     *
     * @param value what a form sends to name it
     * @param percent of targetings that it removed within a day, 0 to 100
     * @param notifiedAt when it was first written to in this cycle, absent if it was not
     */
    record RungRow(
            String value,
            String provider,
            Role role,
            @Nullable String country,
            Approval approval,
            boolean approved,
            boolean hasContact,
            boolean current,
            boolean declined,
            long percent,
            List<String> reasons,
            @Nullable Instant notifiedAt) {

        /** Whether an operator may approve the step. */
        public boolean approvable() {
            return approval == Approval.OPERATOR && !approved;
        }

        /** Whether a person may have it written to next. */
        public boolean choosable() {
            return hasContact
                    && notifiedAt == null
                    && !declined
                    && (approval == Approval.NOT_NEEDED || (approval == Approval.OPERATOR && approved));
        }
    }

    /** What was found of one party; the provider is absent where only the role is known. */
    record HopRow(
            Role role,
            @Nullable String provider,
            String evidence,
            Confidence confidence,
            @Nullable String dataSet,
            @Nullable String dataSetVersion) {}

    public List<RungRow> approvable() {
        return rungs.stream().filter(RungRow::approvable).toList();
    }

    public List<RungRow> choosable() {
        return rungs.stream().filter(RungRow::choosable).toList();
    }

    /** The countries of those that are ranked, as far as known. */
    public List<String> countries() {
        return rungs.stream()
                .flatMap(rung -> Optional.ofNullable(rung.country()).stream())
                .distinct()
                .toList();
    }

    static ChainPart of(Shown shown, Naming names) {
        var chain = shown.chain();
        if (chain == null) {
            return new ChainPart(List.of(), List.of(), List.of(), null, false, false, null);
        }
        var rungs = new ArrayList<RungRow>();
        for (int i = 0; i < shown.ranking().size(); i++) {
            rungs.add(
                    rung(shown.known(), shown.ranking().get(i), chain.ranking().get(i), names));
        }
        return new ChainPart(
                rungs,
                chain.hops().stream().map(hop -> hop(hop, names)).toList(),
                chain.failures(),
                Instant.ofEpochMilli(chain.resolvedAt()),
                chain.shared(),
                chain.degraded(),
                chain.reason());
    }

    private static RungRow rung(RemovalCase known, Ranked ranked, ChainSnapshot.Rung rung, Naming names) {
        var addressee = ranked.addressee();
        return new RungRow(
                value(addressee.providerId(), addressee.role()),
                names.of(addressee.providerId()),
                addressee.role(),
                ranked.country(),
                ranked.approval(),
                ranked.approved(),
                ranked.hasContact(),
                addressee.equals(known.route().addressee()),
                known.steering().isDeclined(known.cycle(), addressee),
                Math.round(rung.responsiveness() * 100),
                rung.reasons(),
                known.pursuit()
                        .contacted(addressee)
                        .map(ContactedAddressee::firstHandoverAt)
                        .orElse(null));
    }

    private static HopRow hop(ChainSnapshot.Hop hop, Naming names) {
        return new HopRow(
                hop.role(),
                hop.providerId() == null ? null : names.of(hop.providerId()),
                hop.evidence(),
                hop.confidence(),
                hop.dataSet(),
                hop.dataSetVersion());
    }

    private static String value(UUID providerId, Role role) {
        return providerId + " " + role;
    }
}
