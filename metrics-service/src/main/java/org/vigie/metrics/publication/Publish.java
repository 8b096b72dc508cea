package org.vigie.metrics.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.metrics.definition.Definitions;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.publication.Publication.Answer;
import org.vigie.metrics.publication.Publication.Period;
import org.vigie.metrics.publication.Publication.Purpose;
import org.vigie.metrics.publication.Publication.Signature;

/** Freezes figures, has a second person approve them, and shows what is approved. */
@Service
public class Publish {

    private static final Logger LOG = LoggerFactory.getLogger(Publish.class);
    private static final Comparator<Publication> NEWEST_LAST = Comparator.comparing(
                    (Publication publication) -> publication.period().to())
            .thenComparing(publication -> publication.period().from())
            .thenComparingInt(Publication::version);

    private final Publications publications;
    private final FreezeFigures freezeFigures;
    private final Bookkeeping bookkeeping;
    private final CountedOffsets offsets;
    private final PublicationRules rules;
    private final Clock clock;

    Publish(
            Publications publications,
            FreezeFigures freezeFigures,
            Bookkeeping bookkeeping,
            CountedOffsets offsets,
            PublicationRules rules,
            Clock clock) {
        this.publications = publications;
        this.freezeFigures = freezeFigures;
        this.bookkeeping = bookkeeping;
        this.offsets = offsets;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Freezes the figures of a period, for somebody else to approve.
     *
     * @param asked as of when, absent for the latest instant that was checked
     * @throws PublicationRefused if that is too soon after the period, or later than what was checked, if no publisher
     *     is set, or if the period shares some of its months with another publication's
     */
    public Publication prepare(Period period, @Nullable Instant asked, List<Answer> answers, String by) {
        var checked = bookkeeping.asOf();
        var asOf = asked == null ? checked : asked;
        if (asOf == null || checked == null || asOf.isAfter(checked)) {
            throw new PublicationRefused("No checks reach up to then yet.");
        }
        var publisher = rules.publisher();
        if (publisher == null) {
            throw new PublicationRefused(
                    "The page names its publisher: set VIGIE_PUBLISHER, as in Example hotline <contact@example.org>.");
        }
        if (!rules.trial() && asOf.isBefore(period.end().plus(rules.settling()))) {
            throw new PublicationRefused("As-of must lie at least %d days after the period."
                    .formatted(rules.settling().toDays()));
        }
        refuseOverlap(period);
        return kept(new Publication(
                period,
                nextVersion(period),
                rules.trial() ? Purpose.TRIAL : Purpose.PUBLIC,
                publisher,
                asOf,
                Definitions.VERSION,
                offsets.now(),
                freezeFigures.of(period, asOf),
                answers,
                new Signature(by, clock.instant()),
                null));
    }

    private Publication kept(Publication publication) {
        if (!publications.add(publication)) {
            throw new PublicationRefused("This version was prepared at the same time by another request; ask again.");
        }
        LOG.atInfo()
                .addKeyValue("period", publication.period().name())
                .addKeyValue("version", publication.version())
                .log("publication prepared");
        return publication;
    }

    /**
     * Puts a second name under a publication: from now on everybody may read it.
     *
     * @return empty if there is none for the period and version
     * @throws PublicationRefused if it is the first person's name again, or another approved it before
     */
    public Optional<Publication> approve(String period, int version, String by) {
        return publications.find(period, version).map(found -> {
            var approved = found.approve(new Signature(by, clock.instant()));
            if (found.approved() == null && !publications.approve(approved)) {
                throw new PublicationRefused("It is already approved.");
            }
            LOG.atInfo()
                    .addKeyValue("period", period)
                    .addKeyValue("version", version)
                    .log("publication approved");
            return approved;
        });
    }

    /** Every publication, newest period first. */
    public List<Publication> all() {
        return publications.all().stream().sorted(NEWEST_LAST.reversed()).toList();
    }

    /** What everybody may read, newest period first, the latest version of each period before the earlier ones. */
    public List<Publication> approved() {
        return all().stream()
                .filter(publication -> publication.approved() != null)
                .toList();
    }

    private void refuseOverlap(Period period) {
        if (publications.all().stream().anyMatch(other -> other.period().overlaps(period))) {
            throw new PublicationRefused(
                    "The period shares months with another one: counts too small to be shown could be"
                            + " worked out by subtraction. Publish periods that are the same or have no month in common.");
        }
    }

    private int nextVersion(Period period) {
        return 1
                + publications.all().stream()
                        .filter(publication -> publication.period().equals(period))
                        .mapToInt(Publication::version)
                        .max()
                        .orElse(0);
    }
}
