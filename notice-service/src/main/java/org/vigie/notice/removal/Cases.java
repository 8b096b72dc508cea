package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every removal case. */
public interface Cases {

    Optional<RemovalCase> find(UUID caseId);

    /**
     * The case as this process stored it lately; somebody else may have stored it since. Good for a move that is saved,
     * which fails then, and for nothing else.
     */
    Optional<RemovalCase> atHand(UUID caseId);

    /** The case of a canonical URL, by its keyed token. */
    Optional<UUID> withUrl(String urlToken);

    /** Whether the case has that very wish and no notice took it. */
    boolean waitsToBeGathered(UUID caseId, UUID itemId);

    /**
     * Stores the case; what it publishes follows by itself.
     *
     * @return the case as stored, with its new version; empty if someone stored another version since this one was
     *     read, or another case has the same URL, and nothing is stored then
     */
    Optional<RemovalCase> save(RemovalCase removalCase);

    /**
     * Ids of cases with a content unit of one of the exact hashes.
     *
     * @param tokens keyed tokens of the hashes
     */
    List<UUID> withContent(Collection<String> tokens, int limit);

    /** Such cases about which the provider was written to, those first written about last first. */
    List<RemovalCase> signalledTo(UUID providerId, Collection<String> tokens, int limit);

    /** When each case is to be looked at again; cases that wait for an event only are not in it. */
    Map<UUID, Instant> due();

    /** Cases that cannot go on because no notice can be written, in no particular order. */
    List<UUID> unwritable(int limit);

    /** Cases that wait for a copy of the provider. */
    List<UUID> waitingFor(UUID providerId);

    /** Cases whose addressee the provider is. */
    List<UUID> writingTo(UUID providerId);

    /** Verified cases of a host that wait for their first notice and ask for none yet, at most as many. */
    List<RemovalCase> beforeFirstNotice(String hostToken, int limit);

    /** Notified cases that nobody was written to about since the instant, at most as many. */
    List<RemovalCase> notRemindedSince(Instant since, int limit);

    /**
     * Cases about which nothing is to be done since before the instant, the longest first, at most as many; those of
     * which nothing is left to erase are not in it.
     */
    List<UUID> settledBefore(Instant instant, int limit);

    /** Nothing is left to erase of what that version of the case says; stored again, the case may be listed again. */
    void nothingLeft(UUID caseId, long version);

    /** Cases that meet the filter in the order of their ids, after the cursor. */
    List<RemovalCase> page(CaseFilter filter, @Nullable UUID after, int limit);

    /** Of the cases stored last at {@code from} or later and before {@code until}, in no particular order. */
    List<Milestones> changedBetween(Instant from, Instant until);

    /** How many cases there are of each state that is shown to people. */
    Map<CaseStatus, Long> counts();
}
