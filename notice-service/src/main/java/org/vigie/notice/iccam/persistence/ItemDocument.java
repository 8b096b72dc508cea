package org.vigie.notice.iccam.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.notice.iccam.Item;

/** An item as it is stored, by ICCAM's number: no URL is in it. */
@Document("iccamItems")
record ItemDocument(
        @Id String id,
        @Version @Nullable Long version,
        @Nullable UUID reportId,
        String reference,
        List<String> told,
        Instant since,
        @Nullable Instant troubledSince,
        @Nullable Instant endedAt,
        @Nullable Instant due) {

    static ItemDocument of(Item item) {
        return new ItemDocument(
                Long.toString(item.contentId()),
                item.version(),
                item.reportId(),
                item.reference(),
                item.told().stream().sorted().toList(),
                item.since(),
                item.troubledSince(),
                item.endedAt(),
                item.due());
    }

    Item toDomain() {
        return new Item(
                Long.parseLong(id), reportId, reference, Set.copyOf(told), since, troubledSince, endedAt, due, version);
    }
}
