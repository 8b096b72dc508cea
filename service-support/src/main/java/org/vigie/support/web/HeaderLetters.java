package org.vigie.support.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * Reads the letters of a header's value, which HTTP itself carries as bytes (RFC 9110 section 5.5). The server hands
 * them over as ISO-8859-1. They are taken as UTF-8 if they are UTF-8, else as they stand; {@code UTF-8''} followed by
 * percent-encoded UTF-8 (RFC 8187 section 3.2) is for clients that send nothing but ASCII.
 */
final class HeaderLetters {

    private static final Pattern EXTENDED =
            Pattern.compile("(?i)UTF-8'[A-Za-z0-9-]*'((?:[!#$&+.^_`|~\\w-]|%[0-9a-f]{2})*)");

    private HeaderLetters() {}

    static String read(String value) {
        var extended = EXTENDED.matcher(value.strip());
        if (extended.matches()) {
            return utf8(UriUtils.decode(extended.group(1), StandardCharsets.ISO_8859_1));
        }
        return utf8(value);
    }

    private static String utf8(String latin) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            return latin;
        }
    }
}
