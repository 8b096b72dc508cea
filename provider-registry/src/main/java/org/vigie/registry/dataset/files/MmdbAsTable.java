package org.vigie.registry.dataset.files;

import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.Network;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.AsTableReader;
import org.vigie.registry.dataset.AsTableReader.Care;
import org.vigie.registry.dataset.BrokenDataSet;
import org.vigie.registry.dataset.Edition;

/** An operator's own database in MaxMind's format, such as GeoLite2-ASN; rows with reserved numbers are left out. */
final class MmdbAsTable {

    private static final int IPV4_IN_IPV6 = 96;

    private MmdbAsTable() {}

    static AsTable read(Path file) throws IOException {
        try (var database = new Reader(file.toFile(), Reader.FileMode.MEMORY)) {
            var reader = new AsTableReader(Care.REPAIR);
            var networks = database.networks(Object.class);
            while (networks.hasNext()) {
                var row = networks.next();
                if (row.data() instanceof Map<?, ?> facts
                        && facts.get("autonomous_system_number") instanceof Number asn) {
                    var name = facts.get("autonomous_system_organization");
                    add(reader, row.network(), asn.longValue(), name == null ? "" : name.toString());
                }
            }
            var built = database.getMetadata().buildTime();
            var dated = LocalDate.ofInstant(built, ZoneOffset.UTC);
            var version = database.getMetadata().databaseType() + " " + dated;
            var table = reader.table(new Edition(version, dated, "the operator's own"));
            if (table.size() == 0) {
                throw new BrokenDataSet("the mmdb names no autonomous system");
            }
            return table;
        } catch (IOException | InvalidNetworkException | RuntimeException | StackOverflowError e) {
            throw e instanceof BrokenDataSet known ? known : broken(e);
        }
    }

    /** A hostile file makes the library fail in many ways; all mean the same to us. */
    private static BrokenDataSet broken(Throwable e) {
        return new BrokenDataSet("it is no usable mmdb: " + e.getClass().getSimpleName());
    }

    private static void add(AsTableReader reader, Network network, long asn, String name) throws UnknownHostException {
        var start = network.networkAddress();
        var last = start.getAddress();
        int bits = last.length * Byte.SIZE;
        int prefix = network.prefixLength() > bits ? network.prefixLength() - IPV4_IN_IPV6 : network.prefixLength();
        for (int bit = prefix; bit < bits; bit++) {
            last[bit / Byte.SIZE] |= (byte) (1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        reader.add(start, InetAddress.getByAddress(last), asn, name);
    }
}
