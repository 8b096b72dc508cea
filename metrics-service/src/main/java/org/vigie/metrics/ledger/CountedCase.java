package org.vigie.metrics.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.HostKind;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;

/**
 * A case as it is counted. Times are epoch milliseconds.
 *
 * @param hostProvider the provider that hosts it, as the snapshot names it; absent if unknown
 * @param addressee the provider written to now, as the snapshot names it; absent while nobody is
 */
public record CountedCase(
        UUID caseId,
        Action action,
        HostKind hostKind,
        boolean held,
        Sightings reports,
        long receivedAt,
        @Nullable Long verifiedAt,
        @Nullable Long firstHandoverAt,
        long heldMs,
        long checkBlockedMs,
        @Nullable UUID hostProvider,
        @Nullable UUID addressee,
        List<Content> contents) {

    private static final Action[] ACTIONS = Action.values();
    private static final HostKind[] HOSTS = HostKind.values();

    /**
     * One content unit of it.
     *
     * @param name what the content is told apart by
     * @param identified whether another occurrence of it could be recognised
     */
    public record Content(
            UUID name,
            boolean identified,
            ContentKind kind,
            Category category,
            Maturation maturation,
            Verification verification,
            int containedVerified,
            int containedApparent,
            long firstReportedAt,
            Sightings sightings) {

        private static final ContentKind[] KINDS = ContentKind.values();
        private static final Bits LAYOUT = new Bits();
        private static final Bits.OneOf<Maturation> STAGE = LAYOUT.oneOf(Maturation.values());
        private static final Bits.OneOf<Category> CATEGORY = LAYOUT.oneOf(Category.values());
        private static final Verification[] VERIFICATIONS = Verification.values();

        private static void write(CaseSnapshot.Content content, long receivedAt, Packer packer) {
            packer.add(ContentKey.nameOf(content.contentToken(), content.contentId()))
                    .add(Codes.of(content.kind()) << 1 | (content.contentToken() == null ? 0 : 1))
                    .add(CATEGORY.of(content.category()) | STAGE.of(content.maturation()))
                    .add(Codes.of(content.verification()))
                    .add(orNone(content.containedVerified()))
                    .add(orNone(content.containedApparent()))
                    .addSigned(content.firstReportedAt() - receivedAt);
            CountedCase.write(content.sightings(), packer);
        }

        private static Content read(long receivedAt, Unpacker from) {
            var name = from.nextId();
            var kind = from.nextInt();
            var what = from.nextInt();
            return new Content(
                    name,
                    (kind & 1) != 0,
                    KINDS[kind >>> 1],
                    CATEGORY.in(what),
                    STAGE.in(what),
                    VERIFICATIONS[from.nextInt()],
                    from.nextInt(),
                    from.nextInt(),
                    receivedAt + from.nextSigned(),
                    CountedCase.sightings(from));
        }

        private static int orNone(@Nullable Integer count) {
            return count == null ? 0 : count;
        }
    }

    /** Writes down what counts of a snapshot; providers by their numbers. */
    static byte[] write(CaseSnapshot snapshot, Interned providers) {
        var addressee = snapshot.addressee();
        var packer = new Packer()
                .add(snapshot.version())
                .add(number(snapshot.hostProvider(), providers))
                .add(number(addressee == null ? null : addressee.providerId(), providers))
                .add(Codes.of(snapshot.action()) << 1 | (snapshot.held() ? 1 : 0))
                .add(Codes.of(snapshot.hostKind()))
                .addSigned(snapshot.receivedAt())
                .add(snapshot.heldMs())
                .add(snapshot.checkBlockedMs());
        write(snapshot.verifiedAt(), snapshot.receivedAt(), packer);
        write(snapshot.firstHandoverAt(), snapshot.receivedAt(), packer);
        write(snapshot.reports(), packer);
        packer.add(snapshot.contents().size());
        snapshot.contents().forEach(content -> Content.write(content, snapshot.receivedAt(), packer));
        return packer.toBytes();
    }

    static long version(byte[] written) {
        return new Unpacker(written).next();
    }

    /** The numbers of the host and of the addressee, {@link Interned#NONE} for those that are absent. */
    static int[] providers(byte[] written) {
        var from = new Unpacker(written);
        from.next();
        return new int[] {from.nextInt() - 1, from.nextInt() - 1};
    }

    /** Reads what {@link #write} wrote. */
    static CountedCase read(UUID caseId, byte[] written, Interned providers) {
        var from = new Unpacker(written);
        from.next(); // its version
        var host = provider(from.nextInt(), providers);
        var addressee = provider(from.nextInt(), providers);
        var action = from.nextInt();
        var hostKind = HOSTS[from.nextInt()];
        var receivedAt = from.nextSigned();
        var heldMs = from.next();
        var checkBlockedMs = from.next();
        var verifiedAt = instant(receivedAt, from);
        var firstHandoverAt = instant(receivedAt, from);
        var reports = sightings(from);
        var contents = new Content[from.nextInt()];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = Content.read(receivedAt, from);
        }
        return new CountedCase(
                caseId,
                ACTIONS[action >>> 1],
                hostKind,
                (action & 1) != 0,
                reports,
                receivedAt,
                verifiedAt,
                firstHandoverAt,
                heldMs,
                checkBlockedMs,
                host,
                addressee,
                List.of(contents));
    }

    private static int number(@Nullable UUID provider, Interned providers) {
        return provider == null ? 0 : providers.number(provider) + 1;
    }

    private static @Nullable UUID provider(int number, Interned providers) {
        return number == 0 ? null : providers.id(number - 1);
    }

    private static void write(@Nullable Long instant, long since, Packer packer) {
        packer.add(instant == null ? 0 : 1);
        if (instant != null) {
            packer.addSigned(instant - since);
        }
    }

    private static @Nullable Long instant(long since, Unpacker from) {
        return from.next() == 0 ? null : Long.valueOf(since + from.nextSigned());
    }

    private static void write(Sightings sightings, Packer packer) {
        packer.add(sightings.clear()).add(sightings.dark()).add(sightings.unstated());
    }

    private static Sightings sightings(Unpacker from) {
        return new Sightings(from.next(), from.next(), from.next());
    }
}
