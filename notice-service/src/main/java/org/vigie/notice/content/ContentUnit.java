package org.vigie.notice.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
 * @param token names the content in every case that has it, absent if no exact hash was given
 * @param tokens keyed tokens of the exact hashes it was given here, the strongest first; empty if none was given
 * @param standing what assessors say of it now
 */
public record ContentUnit(
        UUID contentId,
        List<UUID> absorbed,
        ContentKind kind,
        Hashes hashes,
        @Nullable String token,
        List<String> tokens,
        Verdict standing,
        @Nullable Integer containedVerified,
        @Nullable Integer containedApparent,
        Instant firstReportedAt,
        Sightings sightings) {

    public ContentUnit {
        absorbed = List.copyOf(absorbed);
        tokens = List.copyOf(tokens);
        token = smallest(token, tokens.stream().min(Comparator.naturalOrder()).orElse(null));
    }

    /**
     * What assessors said.
     *
     * @param organisation absent if nobody assessed it
     * @param assessor the person who decided, absent if only the organisation is known
     * @param victimIdentified whether it is known who is shown, absent if nobody said; never who it is
     */
    public record Assessment(
            Maturation maturation,
            Act act,
            @Nullable String scheme,
            @Nullable String label,
            @Nullable String organisation,
            @Nullable Integer assessors,
            @Nullable DetectionMethod method,
            @Nullable String assessor,
            @Nullable Boolean victimIdentified) {

        /** The same by the person, absent if nobody is named. */
        public Assessment by(@Nullable String person) {
            return new Assessment(
                    maturation, act, scheme, label, organisation, assessors, method, person, victimIdentified);
        }
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

    public Category category() {
        return standing.category();
    }

    public Assessment assessment() {
        return standing.assessment();
    }

    public Verification verification() {
        return standing.verification();
    }

    /** When it was last verified, absent if it never was. */
    public @Nullable Instant verifiedAt() {
        return standing.verifiedAt();
    }

    public boolean isVerified() {
        return verification() == Verification.VERIFIED;
    }

    /** Its id, and those of units that turned out to be it. */
    public Stream<UUID> names() {
        return Stream.concat(Stream.of(contentId), absorbed.stream());
    }

    /** Whether the id is this unit's, or was a unit's that turned out to be this one. */
    public boolean isCalled(UUID id) {
        return contentId.equals(id) || absorbed.contains(id);
    }

    public boolean isSameAs(ContentUnit other) {
        return isCalled(other.contentId)
                || (token != null && token.equals(other.token))
                || tokens.stream().anyMatch(other.tokens::contains);
    }

    /** Whether one of the tokens names it, or a hash of it. */
    public boolean isOneOf(Collection<String> some) {
        return (token != null && some.contains(token)) || tokens.stream().anyMatch(some::contains);
    }

    /** Whether indicators count both alike. */
    public boolean countsAs(ContentUnit other) {
        return category() == other.category()
                && assessment().maturation() == other.assessment().maturation()
                && Objects.equals(token, other.token);
    }

    /** Seen once more: a report never takes back what was verified or decided. */
    public ContentUnit seenAgain(ContentUnit again) {
        return new ContentUnit(
                contentId,
                absorbed,
                kind,
                hashes.completedBy(again.hashes),
                smallest(token, again.token),
                tokensWith(again),
                isOutdoneBy(again) ? again.standing : standing,
                again.containedVerified == null ? containedVerified : again.containedVerified,
                again.containedApparent == null ? containedApparent : again.containedApparent,
                firstReportedAt.isBefore(again.firstReportedAt) ? firstReportedAt : again.firstReportedAt,
                sightings.plus(again.sightings));
    }

    /** What is reported here counts after it was taken back here; what was only reported elsewhere does not. */
    private boolean isOutdoneBy(ContentUnit again) {
        return again.standing.decidedBy() == null
                ? !isVerified() && standing.decidedBy() == null && again.isVerified()
                : again.standing.prevailsOver(standing);
    }

    /** The other unit turned out to be this one: its ids are this one's. */
    public ContentUnit absorbing(ContentUnit other) {
        var ids = new ArrayList<>(absorbed);
        ids.add(other.contentId);
        ids.addAll(other.absorbed);
        return seenAgain(other).named(token, ids);
    }

    /** What is held of the content everywhere is held of it here. */
    public ContentUnit agreeing(Content content) {
        var held = content.standing();
        var named = named(content.token(), absorbed);
        return held != null && held.prevailsOver(standing) ? named.with(held) : named;
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

    /** What was said of it was taken back then: somebody must say it again. */
    public ContentUnit suspectAnew(Instant takenBackAt) {
        return isVerified()
                ? with(new Verdict(Verification.SUSPECT, category(), assessment(), null, takenBackAt, null))
                : this;
    }

    /** Decided by an assessor; an older decision, or the same one again, changes nothing. */
    public ContentUnit decided(Classification decision) {
        return decision.isAfter(standing.decidedAt(), standing.decidedBy()) ? with(decision.appliedTo(standing)) : this;
    }

    private ContentUnit named(@Nullable String name, List<UUID> ids) {
        return with(smallest(token, name), ids, standing);
    }

    /** The same of which this is held. */
    public ContentUnit with(Verdict next) {
        return with(token, absorbed, next);
    }

    private ContentUnit with(@Nullable String name, List<UUID> ids, Verdict next) {
        return new ContentUnit(
                contentId,
                ids,
                kind,
                hashes,
                name,
                tokens,
                next,
                containedVerified,
                containedApparent,
                firstReportedAt,
                sightings);
    }

    private static @Nullable String smallest(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }
}
