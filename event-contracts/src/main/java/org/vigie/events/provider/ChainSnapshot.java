package org.vigie.events.provider;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.events.HostKind;
import org.vigie.events.Moment;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.SealedUrl;
import org.vigie.events.Version;

/**
 * Who serves a case's URL and who can take it down. Topic {@code chains.v1}, compacted, keyed by case id; a higher
 * {@code version} replaces a lower one, and each version is immutable. No name and no address that was seen is in it in
 * the clear.
 *
 * @param resolvedAt epoch milliseconds
 * @param hops every candidate, in the order of the tiers
 * @param ranking whom to write to, best first, one rung per (provider, role); candidates without a usable contact are
 *     in it with a contactability of 0
 * @param failures what could not be asked or was not answered: an empty chain with failures is not an empty chain
 * @param shared a shared domain or platform: registrar and registry are refused
 * @param degraded resolved without network or with outdated data
 * @param reason why there is nobody to write to, such as {@code ONION_PROVIDER_UNKNOWN}, absent otherwise
 * @param changes codes of what changed since the chain of the first notice: AS, RDAP status, DNS
 * @param addresses the {@link Addresses} as JSON, sealed with the {@code location} keyset; associated data: the case id
 *     and {@link Addresses#ASSOCIATED}; absent where none was found
 */
public record ChainSnapshot(
        UUID caseId,
        @Version long version,
        @Moment long resolvedAt,
        HostKind hostKind,
        List<Hop> hops,
        List<Rung> ranking,
        List<Failure> failures,
        ProbeRule probeRule,
        boolean shared,
        boolean degraded,
        @Nullable String reason,
        List<String> changes,
        @Nullable SealedUrl addresses) {

    public ChainSnapshot {
        hops = hops == null ? List.of() : List.copyOf(hops);
        ranking = ranking == null ? List.of() : List.copyOf(ranking);
        failures = failures == null ? List.of() : List.copyOf(failures);
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /**
     * What is sealed: where the host led when the chain was made.
     *
     * @param addresses public IPv4 addresses, then IPv6 addresses, as RFC 5952 writes them; at most {@value #MOST}
     */
    public record Addresses(List<String> addresses) {

        public static final int MOST = 16;

        /** Behind the case id in the associated data: a location that is sealed for the same case cannot stand here. */
        public static final String ASSOCIATED = "/addresses";

        public Addresses {
            addresses = List.copyOf(addresses);
        }

        /** Says nothing of what it holds. */
        @Override
        public String toString() {
            return "Addresses";
        }
    }

    /**
     * One candidate.
     *
     * @param providerId absent where the role is known to be filled and not by whom
     * @param providerVersion the version of the provider it was resolved with
     * @param networkObjectId what matched, absent where a data set matched
     * @param evidence code of how it matched
     */
    public record Hop(
            Role role,
            @Nullable UUID providerId,
            @Version @Nullable Long providerVersion,
            @Nullable UUID networkObjectId,
            String evidence,
            Confidence confidence,
            @Nullable String dataSet,
            @Nullable String dataSetVersion) {}

    /**
     * One step of the ranking, with its explanation.
     *
     * @param tier 1 for the content administrator, counting up
     * @param responsiveness (removed within 24 h + 1) / (targetings + 2) over 90 days, 0 to 1
     * @param contactability of its best contact, 0 to 1
     * @param reasons codes of why it stands here
     */
    public record Rung(
            Role role,
            UUID providerId,
            @Min(1) @Max(1_000_000) int tier,
            @Min(0) @Max(1) double responsiveness,
            @Min(0) @Max(1) double contactability,
            Approval approval,
            List<String> reasons) {

        public Rung {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }
    }

    /** Whether a person must agree before this rung is written to. */
    public enum Approval {
        NOT_NEEDED,
        OPERATOR,
        REFUSED,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** Something that could not be found out: which source, and a code of why. */
    public record Failure(String source, String code) {}
}
