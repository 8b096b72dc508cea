package org.vigie.notice.message.mime;

import org.vigie.notice.message.HeaderText;

/** Keeps a value on its line: what would break or reverse the line becomes U+FFFD. */
final class SafeLine {

    private SafeLine() {}

    static String of(String value) {
        var safe = new StringBuilder(value.length());
        value.codePoints().map(c -> HeaderText.breaksLines(c) ? 0xFFFD : c).forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
