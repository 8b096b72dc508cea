package org.vigie.metrics.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.metrics.statistics.Packer;
import org.vigie.metrics.statistics.Unpacker;

/** The presence of a case as it is counted, with every confirmed removal, oldest first. */
public record CountedPresence(Presence presence, boolean notFoundAtFirstCheck, List<Removal> removals) {

    private static final Presence[] PRESENCES = Presence.values();

    /**
     * A confirmed removal; times are epoch milliseconds.
     *
     * @param outageClass seen only as an outage of the host (72-hour rule)
     * @param reappearedAt absent while it stays away
     */
    public record Removal(
            long firstDownAt, boolean outageClass, @Nullable Long reappearedAt) {

        private static void write(AvailabilitySnapshot.Removal removal, Packer packer) {
            var back = removal.reappearedAt();
            packer.addSigned(removal.firstDownAt())
                    .add((isPublishedApart(removal.removalClass()) ? 2 : 0) | (back == null ? 0 : 1));
            if (back != null) {
                packer.addSigned(back - removal.firstDownAt());
            }
        }

        /** An outage, or a signed URL's own end: nobody's deed for sure. */
        private static boolean isPublishedApart(RemovalClass showed) {
            return showed == RemovalClass.OUTAGE || showed == RemovalClass.EXPIRED;
        }

        private static Removal read(Unpacker from) {
            var downAt = from.nextSigned();
            var what = from.nextInt();
            return new Removal(
                    downAt, (what & 2) != 0, (what & 1) == 0 ? null : Long.valueOf(downAt + from.nextSigned()));
        }
    }

    /** Writes down what counts of a snapshot. */
    static byte[] write(AvailabilitySnapshot snapshot) {
        var packer = new Packer()
                .add(snapshot.version())
                .add(Codes.of(snapshot.presence()) << 1 | (snapshot.notFoundAtFirstCheck() ? 1 : 0))
                .add(snapshot.removals().size());
        snapshot.removals().forEach(removal -> Removal.write(removal, packer));
        return packer.toBytes();
    }

    static long version(byte[] written) {
        return new Unpacker(written).next();
    }

    /** Reads what {@link #write} wrote. */
    static CountedPresence read(byte[] written) {
        var from = new Unpacker(written);
        from.next(); // its version
        var presence = from.nextInt();
        var removals = new Removal[from.nextInt()];
        for (int i = 0; i < removals.length; i++) {
            removals[i] = Removal.read(from);
        }
        return new CountedPresence(PRESENCES[presence >>> 1], (presence & 1) != 0, List.of(removals));
    }
}
