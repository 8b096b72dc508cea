package org.vigie.notice.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.notice.inbound.Fields.Field;

/** Finds reports and returned headers in running text, where software puts them that makes no parts. */
final class FieldsInText {

    private static final Pattern LINE = Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,76}):[ \\t]*(.*)");
    private static final Pattern SPACES = Pattern.compile("(?m)^[ \\t]+$");
    private static final int MOST_BLOCKS = 500;
    private static final int LONGEST_VALUE = 2000;

    private FieldsInText() {}

    /** The blocks that are a delivery report's. */
    static List<Fields> of(String text) {
        var blocks = new ArrayList<Fields>();
        for (var block : blocks(text)) {
            var fields = parse(block);
            if (fields.has("reporting-mta") || fields.has("final-recipient")) {
                blocks.add(fields);
            }
        }
        return List.copyOf(blocks);
    }

    /** The header of a message that is returned in the text, empty without one. */
    static Fields returned(String text) {
        return blocks(text).stream()
                .map(FieldsInText::parse)
                .filter(FieldsInText::isHeader)
                .findFirst()
                .orElse(Fields.NONE);
    }

    /** The text as far as a message that is returned in it. */
    static String beforeReturned(String text) {
        var before = new StringBuilder();
        for (var block : blocks(text)) {
            if (isHeader(parse(block))) {
                return before.append(beforeFields(block)).toString();
            }
            before.append(block).append("\n\n");
        }
        return before.toString();
    }

    private static boolean isHeader(Fields fields) {
        return fields.has("message-id") && (fields.has("from") || fields.has("received"));
    }

    private static String beforeFields(String block) {
        return block.lines().takeWhile(line -> !LINE.matcher(line).matches()).collect(Collectors.joining("\n"));
    }

    private static List<String> blocks(String text) {
        // No group is repeated: each repetition takes its room on the stack.
        return List.of(SPACES.matcher(text).replaceAll("").split("\n\n", MOST_BLOCKS));
    }

    /** The fields that the block ends with: a line that is none begins anew. */
    private static Fields parse(String block) {
        var fields = new ArrayList<Field>();
        for (var line : block.split("\n", -1)) {
            var matcher = LINE.matcher(line);
            if (matcher.matches()) {
                fields.add(new Field(matcher.group(1), matcher.group(2).strip()));
            } else if (!fields.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
                var last = fields.removeLast();
                fields.add(
                        last.value().length() > LONGEST_VALUE
                                ? last
                                : new Field(last.name(), last.value() + " " + line.strip()));
            } else {
                fields.clear();
            }
        }
        return new Fields(fields);
    }
}
