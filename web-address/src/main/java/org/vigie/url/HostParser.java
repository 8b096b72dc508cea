package org.vigie.url;

import java.util.Optional;

/** Reads hosts (WHATWG URL Standard, section 3.5, the host parser for special schemes). */
final class HostParser {

    private HostParser() {}

    /** The host, or empty if the text is none. */
    static Optional<Host> parse(String text) {
        if (text.startsWith("[")) {
            return text.endsWith("]")
                    ? Ipv6Parser.parse(text.substring(1, text.length() - 1)).map(Host.class::cast)
                    : Optional.empty();
        }
        return DomainToAscii.convert(PercentEncoding.decode(text)).flatMap(HostParser::ofAscii);
    }

    private static Optional<Host> ofAscii(String ascii) {
        return Ipv4Parser.endsInNumber(ascii)
                ? Ipv4Parser.parse(ascii).map(Host.class::cast)
                : Optional.of(new Host.Domain(ascii));
    }
}
