package org.vigie.registry.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The npm package {@code @ip-location-db/asn}, unpacked: read with its known faults mended, an overlap and rows with
 * reserved numbers.
 *
 * @param repaired how many overlaps were mended
 * @param dropped how many rows with reserved numbers were left out
 */
public record AsTablePackage(AsTable table, long repaired, long dropped) {

    private static final String ATTRIBUTION = "IP to ASN data by RouteViews (routeviews.org), NRO (nro.net) and DB-IP"
            + " (db-ip.com), merged by ip-location-db, CC BY 4.0; compacted, reserved numbers left out";
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([0-9.]+\\.([0-9]{8})[0-9]*)\"");
    private static final List<String> FILES = List.of("asn-ipv4.csv", "asn-ipv6.csv");

    /**
     * Reads the package and checks it.
     *
     * @param directory with {@code package.json} and the files
     * @throws BrokenDataSet if it should not be used
     * @throws IOException if a file cannot be read
     */
    public static AsTablePackage read(Path directory) throws IOException {
        var edition = edition(Files.readString(directory.resolve("package.json")));
        var reader = new AsTableReader(AsTableReader.Care.REPAIR);
        for (var name : FILES) {
            try (BufferedReader csv = Files.newBufferedReader(directory.resolve(name), StandardCharsets.UTF_8)) {
                reader.add(csv);
            } catch (MalformedInputException _) {
                throw new BrokenDataSet("it is no UTF-8");
            }
        }
        var table = reader.table(edition);
        AsTableCheck.check(table, AsTable.NONE);
        return new AsTablePackage(table, reader.repaired(), reader.dropped());
    }

    private static Edition edition(String packageJson) {
        var found = VERSION.matcher(packageJson);
        if (!found.find()) {
            throw new BrokenDataSet("package.json names no dated version");
        }
        try {
            var dated = LocalDate.parse(found.group(2), DateTimeFormatter.BASIC_ISO_DATE);
            return new Edition("ip-location-db " + found.group(1), dated, ATTRIBUTION);
        } catch (DateTimeException _) {
            throw new BrokenDataSet("package.json names no dated version");
        }
    }
}
