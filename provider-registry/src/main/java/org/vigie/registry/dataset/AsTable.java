package org.vigie.registry.dataset;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Which autonomous system announces an address. Immutable: sorted arrays of disjoint ranges, looked up by halving. IPv4
 * addresses are unsigned ints, IPv6 ranges are kept by their upper 64 bits and the rest.
 */
public final class AsTable {

    /** The system that announces an address. */
    public record Origin(long asn, String name) {}

    /** A table without ranges, where the operator gave none. */
    public static final AsTable NONE =
            new AsTable(new Edition("none", null, ""), Ipv4Ranges.NONE, Ipv6Ranges.NONE, AsNames.NONE);

    private final Edition edition;
    private final Ipv4Ranges ipv4;
    private final Ipv6Ranges ipv6;
    private final AsNames names;

    AsTable(Edition edition, Ipv4Ranges ipv4, Ipv6Ranges ipv6, AsNames names) {
        this.edition = edition;
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
        this.names = names;
    }

    /** Which edition it is, and whose. */
    public Edition edition() {
        return edition;
    }

    /** Tells one edition of the data from another. */
    public String version() {
        return edition.version();
    }

    /** How many ranges there are, both families together. */
    public int size() {
        return ipv4.size() + ipv6.size();
    }

    /** Absent where nobody announces the address, as far as the table knows. */
    public Optional<Origin> origin(InetAddress address) {
        int asn = asn(address);
        return asn == 0 ? Optional.empty() : Optional.of(new Origin(Integer.toUnsignedLong(asn), names.of(asn)));
    }

    /** What a system is called; {@code AS64500} where the table gives no name. */
    public String name(long asn) {
        return names.of((int) asn);
    }

    /** The AS number as an unsigned int, 0 where nobody announces the address. */
    public int asn(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == Integer.BYTES
                ? ipv4.asn(bytes.getInt())
                : ipv6.asn(bytes.getLong(), bytes.getLong());
    }

    /** Where ranges start, in unsigned ascending order: what a lookup halves. Copies, for whoever measures it. */
    @SuppressWarnings("ArrayRecordComponent") // copies, never compared
    public record Starts(int[] ipv4, long[] ipv6High, long[] ipv6Low) {}

    /** Where its ranges start. */
    public Starts starts() {
        return new Starts(ipv4.starts(), ipv6.startHighs(), ipv6.startLows());
    }

    Ipv4Ranges ipv4() {
        return ipv4;
    }

    Ipv6Ranges ipv6() {
        return ipv6;
    }

    AsNames names() {
        return names;
    }
}
