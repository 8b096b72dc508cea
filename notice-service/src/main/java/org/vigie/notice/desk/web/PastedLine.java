package org.vigie.notice.desk.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line that somebody pasted: a URL, and the exact hashes behind it if there are any.
 *
 * @param number among all lines, from 1
 * @param text the whole line, without what surrounds it
 * @param url what stands before the hashes, whatever it is
 */
record PastedLine(int number, String text, String url, List<String> hashes) {

    private static final String HEX = "(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})";
    /** What stands before ends with no blank: a long row of blanks is looked at once. */
    private static final Pattern HASH_AT_END = Pattern.compile("(.*?)(?<=^|\\S)(?:\\s*+[,;|])?\\s++(" + HEX + ")");

    private static final Pattern HASH_IN_URL = Pattern.compile(".*[,;|]" + HEX);
    private static final Pattern MEDIA = Pattern.compile("(?i)^\\W*data:.*|.*;base64,.*");

    PastedLine {
        hashes = List.copyOf(hashes);
    }

    /** Those with anything on them. */
    static List<PastedLine> of(String pasted) {
        var lines = new ArrayList<PastedLine>();
        var all = pasted.split("\\r\\n|\\r|\\n", -1);
        for (int at = 0; at < all.length; at++) {
            if (!all[at].isBlank()) {
                lines.add(read(at + 1, all[at].strip()));
            }
        }
        return lines;
    }

    private static PastedLine read(int number, String text) {
        var hashes = new ArrayDeque<String>();
        var rest = text;
        var found = HASH_AT_END.matcher(rest);
        while (found.matches()) {
            hashes.addFirst(found.group(2));
            rest = found.group(1);
            found = HASH_AT_END.matcher(rest);
        }
        return new PastedLine(number, text, rest, List.copyOf(hashes));
    }

    /** Whether it is content itself, which is never taken. */
    boolean isMedia() {
        return MEDIA.matcher(text).matches();
    }

    /** Whether a hash stands right behind a comma, so that nobody can tell where the URL ends. */
    boolean isUnclear() {
        return HASH_IN_URL.matcher(url).matches();
    }

    /** Leaves everything out. */
    @Override
    public String toString() {
        return "PastedLine";
    }
}
