package org.vigie.registry.cli;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.vigie.url.WebUrl;

/**
 * The lines of a stream, each no longer than one character more than a URL may have: what follows in the line is read
 * and dropped, so that a line takes no more memory however long it is, and is refused for its length.
 */
final class UrlLines {

    private static final int MOST = WebUrl.MAX_LENGTH + 1;
    private static final int END = -1;

    private final BufferedReader stream;
    private boolean afterReturn;

    UrlLines(BufferedReader stream) {
        this.stream = stream;
    }

    /** The next line without its end, which is a line feed, a carriage return or both; absent after the last. */
    @Nullable
    String next() throws IOException {
        int c = first();
        if (c == END) {
            return null;
        }
        var line = new StringBuilder();
        for (; c != END && c != '\n' && c != '\r'; c = stream.read()) {
            if (line.length() < MOST) {
                line.append((char) c);
            }
        }
        afterReturn = c == '\r';
        return line.toString();
    }

    private int first() throws IOException {
        int c = stream.read();
        return afterReturn && c == '\n' ? stream.read() : c;
    }
}
