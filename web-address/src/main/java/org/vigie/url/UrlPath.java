package org.vigie.url;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A path while it is read: its segments, dots resolved (WHATWG URL Standard, section 4.4, the path state). */
final class UrlPath {

    private final List<String> segments = new ArrayList<>();

    /** The path of everything beside the last segment of {@code path}. */
    static UrlPath folderOf(String path) {
        var folder = new UrlPath();
        folder.segments.addAll(Arrays.asList(path.substring(1).split("/", -1)));
        folder.shorten();
        return folder;
    }

    /** Adds what follows, whose first slash, if it begins with one, is the path's own. */
    void append(String text) {
        int start = !text.isEmpty() && Ascii.isSlash(text.charAt(0)) ? 1 : 0;
        for (int i = start; i <= text.length(); i++) {
            boolean last = i == text.length();
            if (last || Ascii.isSlash(text.charAt(i))) {
                add(PercentEncoding.encode(text.substring(start, i), PercentEncoding.Set.PATH), last);
                start = i + 1;
            }
        }
    }

    String text() {
        return "/" + String.join("/", segments);
    }

    private void add(String segment, boolean last) {
        int dots = dots(segment);
        switch (dots) {
            case 0 -> segments.add(segment);
            case 1 -> {}
            default -> shorten();
        }
        if (last && dots > 0) {
            segments.add("");
        }
    }

    /** 1 for a single-dot segment, 2 for a double-dot one, however written; else 0. */
    private static int dots(String segment) {
        if (segment.isEmpty() || ".%".indexOf(segment.charAt(0)) < 0) {
            return 0;
        }
        return switch (segment.toLowerCase(Locale.ROOT)) {
            case ".", "%2e" -> 1;
            case "..", ".%2e", "%2e.", "%2e%2e" -> 2;
            default -> 0;
        };
    }

    private void shorten() {
        if (!segments.isEmpty()) {
            segments.removeLast();
        }
    }
}
