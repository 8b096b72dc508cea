package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the operator's commands print, for stories in which somebody uses them. */
public final class Commands {

    private Commands() {}

    public static String deadLetters(String servers, String... words) {
        return run(
                Map.of("VIGIE_KAFKA", servers, "VIGIE_DATA", "target/commands-data"),
                Stream.concat(Stream.of("dead-letters"), Stream.of(words)));
    }

    public static String republish(Map<String, String> environment, String servers, String topic, String key) {
        var variables = new HashMap<>(environment);
        variables.put("VIGIE_KAFKA", servers);
        return run(variables, Stream.of("republish", topic, key));
    }

    private static String run(Map<String, String> environment, Stream<String> words) {
        var printed = new ByteArrayOutputStream();
        var stream = new PrintStream(printed, true, UTF_8);
        Vigie.run(environment, InputStream.nullInputStream(), stream, stream, words.toArray(String[]::new));
        return printed.toString(UTF_8);
    }
}
