package org.vigie.notice.inbound.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Makes text of bytes, whatever they say that they are. */
final class ReadText {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private ReadText() {}

    /** @param charset as it is named, absent or unknown for UTF-8 where the bytes are so, else Western European */
    static String of(byte[] bytes, @Nullable String charset) {
        return cleaned(decoded(bytes, charset));
    }

    /** With line feeds only, and without characters that cannot be seen. */
    static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(character -> {
            if (character == '\n' || character == '\t' || isSeen(character)) {
                clean.appendCodePoint(character);
            }
        });
        return clean.toString();
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String decoded(byte[] bytes, @Nullable String charset) {
        var named = charset == null || charset.equalsIgnoreCase("us-ascii") ? null : named(charset);
        if (named != null) {
            return new String(bytes, named);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, WESTERN);
        }
    }

    private static @Nullable Charset named(String charset) {
        try {
            return Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return null;
        }
    }
}
