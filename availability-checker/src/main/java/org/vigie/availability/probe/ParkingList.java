package org.vigie.availability.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Names, addresses and marks of parking services, from a text file: a kind ({@code server}, {@code alias},
 * {@code address}, {@code text}) and a value in each line, comments after {@code #}, a {@code version} line.
 */
public final class ParkingList {

    private final List<String> servers = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();
    private final List<InetAddress> addresses = new ArrayList<>();
    private final List<byte[]> marks = new ArrayList<>();
    private String version = "unknown";

    private ParkingList() {}

    /** The one that comes with this build. */
    public static ParkingList bundled() {
        try (var in = Objects.requireNonNull(
                        ParkingList.class.getResourceAsStream("/org/vigie/availability/parking.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A list of these lines.
     *
     * @throws IllegalArgumentException if a line cannot be read; names its number
     */
    public static ParkingList of(List<String> lines) {
        var list = new ParkingList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                list.take(line.split("\\s+", 2), number);
            }
        }
        return list;
    }

    private void take(String[] entry, int number) {
        var value = entry.length == 2 ? entry[1].toLowerCase(Locale.ROOT) : "";
        if (value.isEmpty()) {
            throw new IllegalArgumentException("parking list, line %d: expected a kind and a value".formatted(number));
        }
        switch (entry[0]) {
            case "version" -> version = value;
            case "server" -> servers.add(value);
            case "alias" -> aliases.add(value);
            case "address" -> addresses.add(InetAddress.ofLiteral(value));
            case "text" -> marks.add(value.getBytes(StandardCharsets.ISO_8859_1));
            default -> throw new IllegalArgumentException("parking list, line %d: unknown kind".formatted(number));
        }
    }

    public String version() {
        return version;
    }

    public boolean hasServer(Collection<String> names) {
        return names.stream().anyMatch(name -> isUnder(name, servers));
    }

    public boolean hasAlias(Collection<String> names) {
        return names.stream().anyMatch(name -> isUnder(name, aliases));
    }

    public boolean hasAddress(Collection<InetAddress> found) {
        return found.stream().anyMatch(addresses::contains);
    }

    /** Whether the first bytes of the buffer hold a mark, letters of either case. */
    public boolean hasMark(byte[] text, int length) {
        return marks.stream().anyMatch(mark -> contains(text, length, mark));
    }

    private static boolean isUnder(String name, List<String> domains) {
        return domains.stream().anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }

    private static boolean contains(byte[] text, int length, byte[] mark) {
        for (int start = 0; start + mark.length <= length; start++) {
            int at = 0;
            while (at < mark.length && Character.toLowerCase(text[start + at]) == mark[at]) {
                at++;
            }
            if (at == mark.length) {
                return true;
            }
        }
        return false;
    }
}
