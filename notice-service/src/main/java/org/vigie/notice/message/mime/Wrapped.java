package org.vigie.notice.message.mime;

import java.util.stream.Collectors;

/** Text whose long lines are broken at spaces, so that it reads the same in every mail client. */
final class Wrapped {

    private static final int WIDTH = 80;
    private static final int NEVER_BEFORE = 20; // keeps a number and its URL together

    private Wrapped() {}

    static String lines(String text) {
        return text.lines().map(Wrapped::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(String line) {
        var indent = " ".repeat(line.startsWith("- ") ? 2 : line.startsWith("   ") ? 15 : 0);
        var wrapped = new StringBuilder();
        var rest = line;
        while (rest.length() > WIDTH) {
            var space = lastSpace(rest);
            if (space < NEVER_BEFORE) {
                break;
            }
            wrapped.append(rest, 0, space).append('\n');
            rest = indent + rest.substring(space + 1);
        }
        return wrapped.append(rest).toString();
    }

    /** Not before a punctuation mark, which French sets apart. */
    private static int lastSpace(String line) {
        var space = line.lastIndexOf(' ', WIDTH);
        while (space >= 0 && ";:!?".indexOf(line.charAt(space + 1)) >= 0) {
            space = line.lastIndexOf(' ', space - 1);
        }
        return space;
    }
}
