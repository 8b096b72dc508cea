package org.vigie.notice.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the text of a report says of one recipient.
 *
 * @param names the recipient's addresses, in lower case
 * @param words the lines about it, or the whole text if none names it
 */
record Entry(List<String> names, String words) {

    private static final int LONGEST = 4000;
    private static final int MOST_LINES = 1000;

    private static final Pattern NEXT = Pattern.compile("\\s{0,2}<?[^\\s<>()]+@[^\\s<>]+.*");

    Entry {
        words = words.substring(0, Math.min(words.length(), LONGEST));
    }

    static Entry of(Fields group, String text) {
        var names = Stream.of("x-actual-recipient", "final-recipient", "original-recipient")
                .flatMap(name -> group.first(name).stream())
                .flatMap(typed -> Optional.ofNullable(DeliveryReports.address(typed)).stream())
                .toList();
        var lines = text.lines().limit(MOST_LINES).toList();
        for (var name : names) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).toLowerCase(Locale.ROOT).contains(name)) {
                    return new Entry(names, from(lines, i));
                }
            }
        }
        return new Entry(names, text);
    }

    private static String from(List<String> lines, int start) {
        var entry = new ArrayList<String>();
        for (var line : lines.subList(start, lines.size())) {
            if (!entry.isEmpty() && (line.isBlank() || NEXT.matcher(line).matches())) {
                break;
            }
            entry.add(line);
        }
        return String.join("\n", entry);
    }

    boolean isNamedIn(String line) {
        var words = line.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(words::contains);
    }
}
