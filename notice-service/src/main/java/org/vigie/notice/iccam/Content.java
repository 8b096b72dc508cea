package org.vigie.notice.iccam;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item as ICCAM holds it now. Its {@code toString} gives no URL away.
 *
 * @param reportId ICCAM's number of the report that it belongs to
 * @param isSource whether it is the page that was reported, on which the report's other items were seen
 * @param assignedCountry ISO 3166-1 alpha-2, whose hotline is to act; absent if nobody's is
 * @param assignedAt by ICCAM's clock, absent if it does not say
 * @param classified of the last assessment, absent without one or if this build does not know it
 * @param age of the last assessment, absent in the same way
 * @param actions numbers of what was done about it
 */
public record Content(
        long contentId,
        long reportId,
        String url,
        boolean isSource,
        @Nullable String assignedCountry,
        @Nullable Instant assignedAt,
        @Nullable Classified classified,
        @Nullable AgeGroup age,
        Set<Integer> actions) {

    public Content {
        actions = Set.copyOf(actions);
    }

    boolean isAssignedTo(String country) {
        return country.equalsIgnoreCase(assignedCountry);
    }

    boolean has(ActionType type) {
        return actions.contains(type.number());
    }

    /** Whether ICCAM takes nothing more about it. */
    boolean isOver() {
        return actions.stream()
                .flatMap(number -> ActionType.of(number).stream())
                .anyMatch(ActionType::isFinal);
    }

    @Override
    public String toString() {
        return "Content[%d, %d]".formatted(reportId, contentId);
    }
}
