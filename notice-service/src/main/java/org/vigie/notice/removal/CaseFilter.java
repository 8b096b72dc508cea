package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are looked for: those that meet everything that is not absent.
 *
 * @param stuckBefore the next step has been due since before, or none can be taken because no notice can be written
 * @param provider that is addressed now
 * @param hostToken keyed token of the host
 * @param receivedSince first reported then or later
 * @param changedSince stored anew then or later, for whatever reason
 * @param ids one of these
 */
public record CaseFilter(
        @Nullable CaseStatus state,
        @Nullable Instant stuckBefore,
        @Nullable UUID provider,
        @Nullable String hostToken,
        @Nullable Instant receivedSince,
        @Nullable Instant changedSince,
        @Nullable Collection<UUID> ids) {

    public static final CaseFilter ALL = new CaseFilter(null, null, null, null, null, null, null);

    public CaseFilter {
        ids = ids == null ? null : List.copyOf(ids);
    }

    public CaseFilter in(@Nullable CaseStatus wanted) {
        return new CaseFilter(wanted, stuckBefore, provider, hostToken, receivedSince, changedSince, ids);
    }

    public CaseFilter stuckBefore(Instant wanted) {
        return new CaseFilter(state, wanted, provider, hostToken, receivedSince, changedSince, ids);
    }

    public CaseFilter at(@Nullable UUID wanted) {
        return new CaseFilter(state, stuckBefore, wanted, hostToken, receivedSince, changedSince, ids);
    }

    public CaseFilter ofHost(@Nullable String wanted) {
        return new CaseFilter(state, stuckBefore, provider, wanted, receivedSince, changedSince, ids);
    }

    public CaseFilter receivedSince(@Nullable Instant wanted) {
        return new CaseFilter(state, stuckBefore, provider, hostToken, wanted, changedSince, ids);
    }

    public CaseFilter changedSince(@Nullable Instant wanted) {
        return new CaseFilter(state, stuckBefore, provider, hostToken, receivedSince, wanted, ids);
    }

    /** The same of these only. */
    public CaseFilter among(Collection<UUID> some) {
        return new CaseFilter(state, stuckBefore, provider, hostToken, receivedSince, changedSince, some);
    }
}
