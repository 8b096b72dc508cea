package org.vigie.notice.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;

/**
 * One image, video or archive at a case's URL. Units that share an exact hash are one.
 *
 * @param absorbed ids of units that turned out to be this one
 * @param tokens keyed tokens of its exact hashes, the strongest first; empty if none was given
 * @param decidedAt when the assessment was made that stands now, absent if nobody assessed it
 * @param decidedBy id of that assessment, absent if it came with a report
 */
public record ContentUnit(
        UUID contentId,
        List<UUID> absorbed,
        ContentKind kind,
        Hashes hashes,
        List<String> tokens,
        Category category,
        Assessment assessment,
        Verification verification,
        @Nullable Instant verifiedAt,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy,
        @Nullable Integer containedVerified,
        @Nullable Integer containedApparent,
        Instant firstReportedAt,
        Sightings sightings) {

    public ContentUnit {
        absorbed = List.copyOf(absorbed);
        tokens = List.copyOf(tokens);
    }

    /**
     * What assessors said.
     *
     * @param organisation absent if nobody assessed it
     */
    public record Assessment(
            Maturation maturation,
            Act act,
            @Nullable String scheme,
            @Nullable String label,
            @Nullable String organisation,
            @Nullable Integer assessors,
            @Nullable DetectionMethod method) {

        public static final Assessment NONE =
                new Assessment(Maturation.UNDETERMINED, Act.UNKNOWN, null, null, null, null, null);
    }

    /** Exact and perceptual hashes as given; its {@code toString} gives nothing away. */
    public record Hashes(
            @Nullable String sha256,
            @Nullable String sha1,
            @Nullable String md5,
            @Nullable String photodna,
            @Nullable String pdq) {

        public static final Hashes NONE = new Hashes(null, null, null, null, null);

        Hashes completedBy(Hashes other) {
            return new Hashes(
                    first(sha256, other.sha256),
                    first(sha1, other.sha1),
                    first(md5, other.md5),
                    first(photodna, other.photodna),
                    first(pdq, other.pdq));
        }

        private static @Nullable String first(@Nullable String one, @Nullable String other) {
            return one == null ? other : one;
        }

        @Override
        public String toString() {
            return "Hashes";
        }
    }

    public boolean isVerified() {
        return verification == Verification.VERIFIED;
    }

    /** Whether the id is this unit's, or was a unit's that turned out to be this one. */
    public boolean isCalled(UUID id) {
        return contentId.equals(id) || absorbed.contains(id);
    }

    boolean isSameAs(ContentUnit other) {
        return isCalled(other.contentId) || tokens.stream().anyMatch(other.tokens::contains);
    }

    /** Whether indicators count both alike. */
    boolean countsAs(ContentUnit other) {
        return category == other.category
                && assessment.maturation() == other.assessment.maturation()
                && tokens.equals(other.tokens);
    }

    /** Seen once more: a report never takes back what was verified or decided. */
    ContentUnit seenAgain(ContentUnit again) {
        var better = !isVerified() && decidedBy == null && again.isVerified();
        var known = better ? again : this;
        return new ContentUnit(
                contentId,
                absorbed,
                kind,
                hashes.completedBy(again.hashes),
                tokensWith(again),
                known.category,
                known.assessment,
                known.verification,
                known.verifiedAt,
                known.decidedAt,
                known.decidedBy,
                again.containedVerified == null ? containedVerified : again.containedVerified,
                again.containedApparent == null ? containedApparent : again.containedApparent,
                firstReportedAt.isBefore(again.firstReportedAt) ? firstReportedAt : again.firstReportedAt,
                new Sightings(
                        sightings.clear() + again.sightings.clear(),
                        sightings.dark() + again.sightings.dark(),
                        sightings.unstated() + again.sightings.unstated()));
    }

    /** The other unit turned out to be this one: its ids are this one's. */
    ContentUnit absorbing(ContentUnit other) {
        var ids = new ArrayList<>(absorbed);
        ids.add(other.contentId);
        ids.addAll(other.absorbed);
        var joined = seenAgain(other);
        return new ContentUnit(
                contentId,
                ids,
                kind,
                joined.hashes,
                joined.tokens,
                joined.category,
                joined.assessment,
                joined.verification,
                joined.verifiedAt,
                joined.decidedAt,
                joined.decidedBy,
                joined.containedVerified,
                joined.containedApparent,
                joined.firstReportedAt,
                joined.sightings);
    }

    /** The tokens of the exact hashes that either has, those of the strongest algorithm first. */
    private List<String> tokensWith(ContentUnit again) {
        var mine = tokens.iterator();
        var theirs = again.tokens.iterator();
        var all = new ArrayList<String>();
        for (var hash : List.<Function<Hashes, @Nullable String>>of(Hashes::sha256, Hashes::sha1, Hashes::md5)) {
            var own = hash.apply(hashes) != null && mine.hasNext() ? mine.next() : null;
            var other = hash.apply(again.hashes) != null && theirs.hasNext() ? theirs.next() : null;
            if (own != null) {
                all.add(own);
            } else if (other != null) {
                all.add(other);
            }
        }
        Stream.concat(tokens.stream(), again.tokens.stream())
                .filter(token -> !all.contains(token))
                .forEach(all::add);
        return all.stream().distinct().toList();
    }

    /** What was said of it was taken back: somebody must say it again. */
    ContentUnit suspectAnew() {
        if (!isVerified()) {
            return this;
        }
        return new ContentUnit(
                contentId,
                absorbed,
                kind,
                hashes,
                tokens,
                category,
                assessment,
                Verification.SUSPECT,
                null,
                null,
                null,
                containedVerified,
                containedApparent,
                firstReportedAt,
                sightings);
    }

    /** Decided by an assessor; an older decision, or the same one again, changes nothing. */
    ContentUnit decided(Decision decision) {
        if (!decision.isAfter(decidedAt, decidedBy)) {
            return this;
        }
        return new ContentUnit(
                contentId,
                absorbed,
                kind,
                hashes,
                tokens,
                decision.category() == null ? category : decision.category(),
                decision.appliedTo(assessment),
                decision.verification(),
                decision.verification() == Verification.VERIFIED ? decision.decidedAt() : verifiedAt,
                decision.decidedAt(),
                decision.classificationId(),
                containedVerified,
                containedApparent,
                firstReportedAt,
                sightings);
    }
}
