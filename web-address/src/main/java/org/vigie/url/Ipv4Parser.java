package org.vigie.url;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads IPv4 addresses in every spelling browsers know (WHATWG URL Standard, section 3.5, the IPv4 parser). */
final class Ipv4Parser {

    private static final int MAX_PARTS = 4;
    /** More than any address; numbers stop growing here. */
    private static final long TOO_LARGE = 1L << 40;

    private Ipv4Parser() {}

    /** Whether the host must be an IPv4 address or nothing (the ends-in-a-number checker). */
    static boolean endsInNumber(String host) {
        int end = host.endsWith(".") ? host.length() - 1 : host.length();
        var last = host.substring(host.lastIndexOf('.', end - 1) + 1, end);
        return !last.isEmpty()
                && Ascii.isDigit(last.charAt(0))
                && (last.chars().allMatch(Ascii::isDigit) || number(last) >= 0);
    }

    /** The address, or empty if the host is none; {@code host} ends in a number. */
    static Optional<Host.Ipv4> parse(String host) {
        var parts = parts(host);
        if (parts.size() > MAX_PARTS) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            var number = number(parts.get(i));
            boolean last = i == parts.size() - 1;
            int bits = last ? 8 * (MAX_PARTS - i) : 8;
            if (number < 0 || number >= 1L << bits) {
                return Optional.empty();
            }
            address = address << bits | number;
        }
        return Optional.of(new Host.Ipv4((int) address));
    }

    private static List<String> parts(String host) {
        var parts = Arrays.asList(host.split("\\.", -1));
        boolean endsInDot = parts.size() > 1 && parts.getLast().isEmpty();
        return endsInDot ? parts.subList(0, parts.size() - 1) : parts;
    }

    /**
     * The number a part stands for, decimal, octal ({@code 0…}) or hexadecimal ({@code 0x…}); negative if it is none.
     */
    private static long number(String part) {
        if (part.isEmpty()) {
            return -1;
        }
        if (part.startsWith("0x") || part.startsWith("0X")) {
            return digits(part.substring(2), 16);
        }
        return part.startsWith("0") ? digits(part.substring(1), 8) : digits(part, 10);
    }

    private static long digits(String text, int radix) {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            var digit = Ascii.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            number = Math.min(number * radix + digit, TOO_LARGE);
        }
        return number;
    }
}
