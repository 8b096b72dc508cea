package org.vigie.notice.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parts what somebody wrote from what they quote. */
final class Quoting {

    /** What follows is another message, without a mark at its lines. */
    private static final Pattern ANOTHER = Pattern.compile(
            "(?i)\\s*(?:-{2,}\\s*(?:original message|message d'origine|message original|forwarded message|message transféré)"
                    + ".*|_{20,}|-{40,}|(?:notice|notification) RN-[0-9]{4}-[0-9]{8}/[0-9]+)\\s*");

    private static final Pattern WHO_WROTE = Pattern.compile(
            "(?i)\\s*(?:on|le|am|el|il)\\b.{5,200}(?:wrote|a écrit|schrieb|escribió|ha scritto)\\s*:\\s*");

    /** The beginning of such a line that goes on in the next. */
    private static final Pattern WHO_BEGINS = Pattern.compile("(?i)\\s*(?:on|le)\\b.{5,200}[0-9]{4}.*");

    private static final Pattern WHO_ENDS = Pattern.compile("(?i).*(?:wrote|a écrit)\\s*:\\s*");

    private Quoting() {}

    /**
     * The lines that are not quoted, in blocks: a new one begins below each quotation and each signature.
     *
     * @return no block is empty, no line is blank
     */
    static List<List<String>> blocks(String text) {
        var blocks = new ArrayList<List<String>>();
        var block = new ArrayList<String>();
        var inSignature = false;
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (ANOTHER.matcher(line).matches() || isOutlooks(lines, i)) {
                break;
            }
            var isSignature = line.strip().equals("--") || line.equals("-- ");
            var endsSignature = inSignature && line.isBlank();
            if (isQuoted(lines, i) || isSignature || endsSignature) {
                keep(blocks, block);
            }
            inSignature = isSignature || (inSignature && !line.isBlank());
            if (!isQuoted(lines, i) && !isSignature && !line.isBlank()) {
                block.add(line.strip());
            }
        }
        keep(blocks, block);
        return blocks;
    }

    /** All of them, without blank lines. */
    static List<String> unquoted(String text) {
        return blocks(text).stream().flatMap(List::stream).toList();
    }

    private static void keep(List<List<String>> blocks, List<String> block) {
        if (!block.isEmpty()) {
            blocks.add(List.copyOf(block));
            block.clear();
        }
    }

    private static boolean isQuoted(List<String> lines, int i) {
        var line = lines.get(i);
        return line.stripLeading().startsWith(">")
                || line.startsWith("| ")
                || WHO_WROTE.matcher(line).matches()
                || saysWhoWrote(lines, i)
                || saysWhoWrote(lines, i - 1);
    }

    /** In this line and the next one. */
    private static boolean saysWhoWrote(List<String> lines, int i) {
        return i >= 0
                && i + 1 < lines.size()
                && WHO_BEGINS.matcher(lines.get(i)).matches()
                && WHO_ENDS.matcher(lines.get(i + 1)).matches();
    }

    /** Outlook puts the header of what it quotes above it. */
    private static boolean isOutlooks(List<String> lines, int i) {
        var line = lines.get(i).strip();
        return (line.startsWith("From:")
                        || line.startsWith("De :")
                        || line.startsWith("De:")
                        || line.startsWith("Von:"))
                && lines.subList(i + 1, Math.min(lines.size(), i + 5)).stream()
                        .map(String::strip)
                        .anyMatch(next -> next.matches("(?i)(?:subject|objet|betreff|to|à|an) ?:.*"));
    }
}
