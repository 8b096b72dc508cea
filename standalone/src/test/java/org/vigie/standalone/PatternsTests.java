package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No regular expression takes for ever, whatever it reads: each constant and each one that stands in a call, with texts
 * made of what it looks for. The whole text is matched in steps that grow with its length; what is found in a text that
 * others bound, with the square of that. Steps are counted and not time.
 */
class PatternsTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern SOURCE = Pattern.compile("([a-z-]+)/src/main/java/(org/vigie/.+)\\.java");
    private static final Pattern IN_A_CALL = Pattern.compile(
            "(?:\\.(?:matches|replaceAll|replaceFirst|split)\\(|regexp = |Pattern\\.compile\\()\\s*\"((?:[^\"\\\\]|\\\\.)+)\"\\s*[,)]");

    private static final int SHORT = 500;
    private static final int LONG = 20_000;
    private static final String END = "\u0001";

    @Test
    void noneTakesForEver() throws IOException, ReflectiveOperationException {
        var patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(150);

        var slow = new TreeMap<String, String>();
        patterns.forEach((where, pattern) -> texts(pattern)
                .filter(text -> !CountedText.isReadInTime(pattern, text))
                .findFirst()
                .ifPresent(text -> slow.put(
                        where,
                        "%s, by %s"
                                .formatted(
                                        pattern, text.chars().limit(4).boxed().toList()))));

        assertThat(slow).isEmpty();
    }

    /** Each mark that the pattern names and a letter of each kind, alone and in pairs. */
    private static Stream<String> texts(Pattern pattern) {
        var letters = new TreeSet<>(List.of("a", "A", "0", " ", "\t", "\n", "\u00e9"));
        pattern.pattern()
                .chars()
                .filter(letter -> letter < 128 && !Character.isLetterOrDigit(letter))
                .forEach(letter -> letters.add(Character.toString(letter)));
        return Stream.concat(
                letters.stream()
                        .flatMap(one -> Stream.of(one, one + "a", "0" + one))
                        .map(text -> text.repeat(SHORT / text.length()) + END),
                // As long as reads itself by recursion for each letter would need a stack of.
                Stream.of("a", "0", " ", "\n").map(text -> text.repeat(LONG) + END));
    }

    private static Map<String, Pattern> patterns() throws IOException, ReflectiveOperationException {
        var patterns = new TreeMap<String, Pattern>();
        try (var files = Files.find(ROOT, 20, (file, _) -> isSource(file))) {
            for (var file : files.toList()) {
                var source = SOURCE.matcher(ROOT.relativize(file).toString().replace('\\', '/'));
                if (source.matches()) {
                    var text = Files.readString(file);
                    if (text.contains("Pattern")) {
                        constants(Class.forName(source.group(2).replace('/', '.')), new HashSet<>(), patterns);
                    }
                    inCalls(source.group(2), text, patterns);
                }
            }
        }
        return patterns;
    }

    private static boolean isSource(Path file) {
        var name = file.toString();
        return name.endsWith(".java")
                && !name.endsWith("-info.java")
                && !name.contains("/benchmarks/")
                && !name.contains("/target/");
    }

    private static void inCalls(String where, String source, Map<String, Pattern> patterns) {
        IN_A_CALL.matcher(source).results().forEach(call -> {
            var pattern = call.group(1).translateEscapes();
            patterns.putIfAbsent(where + " \"" + pattern + "\"", Pattern.compile(pattern));
        });
    }

    private static void constants(Class<?> type, Set<Class<?>> seen, Map<String, Pattern> patterns)
            throws ReflectiveOperationException {
        if (!seen.add(type)) {
            return;
        }
        for (var field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                for (var pattern : values(field)) {
                    patterns.put("%s.%s %s".formatted(type.getName(), field.getName(), pattern.hashCode()), pattern);
                }
            }
        }
        for (var nested : type.getDeclaredClasses()) {
            constants(nested, seen, patterns);
        }
    }

    private static List<Pattern> values(Field field) throws IllegalAccessException {
        var found = new ArrayList<Pattern>();
        if (field.getType() == Pattern.class) {
            field.setAccessible(true);
            found.add((Pattern) field.get(null));
        } else if (Iterable.class.isAssignableFrom(field.getType())) {
            field.setAccessible(true);
            ((Iterable<?>) field.get(null)).forEach(one -> add(one, found));
        } else if (field.getType().isRecord()) {
            field.setAccessible(true);
            add(field.get(null), found);
        }
        return found;
    }

    private static void add(Object value, List<Pattern> found) {
        if (value instanceof Pattern pattern) {
            found.add(pattern);
        } else if (value instanceof Record record) {
            Arrays.stream(record.getClass().getRecordComponents()).forEach(part -> {
                try {
                    part.getAccessor().setAccessible(true);
                    if (part.getAccessor().invoke(record) instanceof Pattern pattern) {
                        found.add(pattern);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    /** A text that can be read only so often. */
    private static final class CountedText implements CharSequence {

        private static final long STEPS_FOR_EACH = 100;
        private static final long STEPS_FOR_EACH_PAIR = 50;

        private final String text;
        private long left;

        private CountedText(String text, long steps) {
            this.text = text;
            this.left = steps;
        }

        static boolean isReadInTime(Pattern pattern, String text) {
            try {
                var whole = new CountedText(text, STEPS_FOR_EACH * text.length());
                var part = new CountedText(text, STEPS_FOR_EACH_PAIR * text.length() * text.length());
                var _ = pattern.matcher(whole).matches();
                return text.length() > 2 * SHORT
                        || pattern.matcher(part).results().count() <= text.length() + 1;
            } catch (TooOften | StackOverflowError _) {
                return false;
            }
        }

        @Override
        public char charAt(int index) {
            if (left-- == 0) {
                throw new TooOften();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }

        private static final class TooOften extends RuntimeException {
            private static final long serialVersionUID = 1;

            TooOften() {
                super(null, null, false, false);
            }
        }
    }
}
