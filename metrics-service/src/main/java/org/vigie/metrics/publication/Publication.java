package org.vigie.metrics.publication;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.support.Person;

/**
 * A frozen set of indicators. Its figures never change: a correction is the next version for the same period.
 *
 * @param version 1, and one more for each correction
 * @param asOf up to when its figures know what happened
 * @param purpose whether it is for the public or a trial, whose page says so
 * @param publisher who answers for it; absent in publications frozen before it was kept
 * @param offsets up to where the topics were counted when it was prepared, by {@code topic/partition}
 * @param approved absent while only one person has seen it; nobody else sees it until then
 */
public record Publication(
        Period period,
        int version,
        Purpose purpose,
        @Nullable Publisher publisher,
        Instant asOf,
        String methodVersion,
        Map<String, Long> offsets,
        Figures figures,
        List<Answer> answers,
        Signature prepared,
        @Nullable Signature approved) {

    public Publication {
        // Those prepared before these were kept have none.
        purpose = purpose == null ? Purpose.PUBLIC : purpose;
        offsets = offsets == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(offsets));
        answers = List.copyOf(answers);
    }

    /** What figures were frozen for. */
    public enum Purpose {
        PUBLIC,
        TRIAL
    }

    /** Whole months by the first handover, both included. */
    public record Period(YearMonth from, YearMonth to) {

        public Period {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a period ends after it began");
            }
        }

        /** As it stands in addresses: {@code 2026-01--2026-03}. */
        public String name() {
            return from + "--" + to;
        }

        /** Whether some months are in both, but not all: counts of the others could be worked out by subtraction. */
        boolean overlaps(Period other) {
            return !equals(other) && !to.isBefore(other.from) && !other.to.isBefore(from);
        }

        Instant start() {
            return from.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        Instant end() {
            return to.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /** What a provider wishes to have printed beside its row. */
    public record Answer(UUID providerId, String text) {}

    /** Who, and when. */
    public record Signature(String by, Instant at) {}

    /** Stands under the second person's name as well; approving it again by the same person changes nothing. */
    Publication approve(Signature second) {
        if (approved != null) {
            if (Person.same(approved.by(), second.by())) {
                return this;
            }
            throw new PublicationRefused("It is already approved.");
        }
        if (Person.same(prepared.by(), second.by())) {
            throw new PublicationRefused("The preparer cannot approve their own publication.");
        }
        return new Publication(
                period, version, purpose, publisher, asOf, methodVersion, offsets, figures, answers, prepared, second);
    }
}
