package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What the operator's commands print, for stories in which somebody uses them. */
public final class Commands {

    private Commands() {}

    public static String deadLetters(String servers, String... words) {
        var printed = new ByteArrayOutputStream();
        var stream = new PrintStream(printed, true, UTF_8);
        DeadLettersCommand.run(KafkaAddress.open(servers), List.of(words), stream, stream);
        return printed.toString(UTF_8);
    }

    public static String republish(Map<String, String> environment, String servers, String topic, String key) {
        var printed = new ByteArrayOutputStream();
        var stream = new PrintStream(printed, true, UTF_8);
        RepublishCommand.run(
                new Settings(environment), KafkaAddress.open(servers), List.of(topic, key), stream, stream);
        return printed.toString(UTF_8);
    }
}
