package org.vigie.notice.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Locator;

/**
 * One URL and what is there.
 *
 * @param url the exact URL, with its fragment
 * @param host the addressed resource: its host name or address, as in the URL
 * @param leadsTo where the host led, for whoever runs that network; absent for others and where it is not known
 * @param contents the content units named, never empty
 * @param firstSeen when it was first reported
 * @param lastVerifiedUp last look that found it reachable; absent if none did
 * @param whyItStands absent unless it was disputed and this notice says that it stands
 * @param verifiableByUs false where we are blocked or kept out and rely on a sighting
 */
public record NoticeItem(
        UUID caseId,
        String url,
        Locator locator,
        String host,
        @Nullable HostAddresses leadsTo,
        List<NamedContent> contents,
        Instant firstSeen,
        @Nullable Instant lastVerifiedUp,
        @Nullable WhyItStands whyItStands,
        boolean verifiableByUs) {

    public NoticeItem {
        contents = List.copyOf(contents);
        if (contents.isEmpty()) {
            throw new IllegalArgumentException("an item names at least one content unit");
        }
    }

    /** Leaves the URL out. */
    @Override
    public String toString() {
        return "NoticeItem[%s]".formatted(caseId);
    }
}
