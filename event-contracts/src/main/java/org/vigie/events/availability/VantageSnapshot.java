package org.vigie.events.availability;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Moment;
import org.vigie.events.Version;

/**
 * What one vantage of availability-checker sees of a case's content; read by the other vantages only. Topic
 * {@code vantages.v1}, compacted, keyed by case id and vantage; a higher {@code version} replaces a lower one. Nothing
 * is written to it where one vantage looks alone. Times are epoch milliseconds.
 *
 * <p>Fields may be added, never renamed, retyped or removed: a breaking change is a new topic version.
 *
 * @param vantage name of the vantage, as configured
 * @param lastUpAt when it last saw it reachable, absent if never
 * @param badSince first bad observation of the run that lasts there, absent while it sees no reason to doubt
 * @param lastCheckedAt absent before the first look
 * @param refusedSince first of the looks in a row that could not tell, absent if the last one could
 */
public record VantageSnapshot(
        UUID caseId,
        String vantage,
        @Version long version,
        @Moment @Nullable Long lastUpAt,
        @Moment @Nullable Long badSince,
        @Moment @Nullable Long lastCheckedAt,
        @Moment @Nullable Long refusedSince) {}
