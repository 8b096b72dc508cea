package org.vigie.bench.flow;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a flight recording saw the processor, so that the largest costs can be taken first. */
final class Profile {

    private static final int ROWS = 25;
    private static final int NAMES = 3;

    private final Map<String, Integer> libraries = new HashMap<>();
    private final Map<String, Integer> own = new HashMap<>();
    private final Map<String, Integer> methods = new HashMap<>();
    private int samples;

    private Profile() {}

    /** Options of the JVM that is recorded. */
    static String javaOptions(Path file) {
        return "-XX:StartFlightRecording:jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=10ms,filename="
                + file;
    }

    static void print(Path file, PrintStream output) throws IOException {
        var profile = new Profile();
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.CPUTimeSample") && event.getStackTrace() != null) {
                    profile.add(event.getStackTrace().getFrames());
                }
            }
        }
        output.printf("%nOf %,d samples of the processor, since its start:%n", profile.samples);
        profile.table("library that ran, the JDK's work for it included", profile.libraries, output);
        profile.table("own code for which it ran", profile.own, output);
        profile.table("method that ran", profile.methods, output);
    }

    private void add(List<RecordedFrame> frames) {
        samples++;
        count(frames, frame -> !isJdk(frame), Profile::library, libraries);
        count(frames, frame -> typeOf(frame).startsWith("org.vigie."), Profile::method, own);
        count(frames, _ -> true, Profile::method, methods);
    }

    private static void count(
            List<RecordedFrame> frames,
            Predicate<RecordedFrame> wanted,
            Function<RecordedFrame, String> name,
            Map<String, Integer> counts) {
        Optional<RecordedFrame> first = frames.stream().filter(wanted).findFirst();
        counts.merge(first.map(name).orElse("the JDK alone"), 1, Integer::sum);
    }

    private static boolean isJdk(RecordedFrame frame) {
        var type = typeOf(frame);
        return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.");
    }

    private static String typeOf(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static String library(RecordedFrame frame) {
        var names = typeOf(frame).split("\\.");
        return String.join(".", List.of(names).subList(0, Math.min(NAMES, names.length - 1)));
    }

    private static String method(RecordedFrame frame) {
        return typeOf(frame) + "." + frame.getMethod().getName();
    }

    private void table(String title, Map<String, Integer> counts, PrintStream output) {
        output.printf("%n%s%n", title);
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(ROWS)
                .forEach(row -> output.printf("%6.1f %%  %s%n", 100.0 * row.getValue() / samples, row.getKey()));
    }
}
