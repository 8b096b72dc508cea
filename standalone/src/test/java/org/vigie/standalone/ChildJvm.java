package org.vigie.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JVM with the classes of this one, to be killed. */
public final class ChildJvm {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private ChildJvm() {}

    static Process run(Class<?> main, String... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Starts it with these variables beside those of this process; all that it says is its output. */
    public static Process run(Map<String, String> environment, Class<?> main, String... arguments) throws IOException {
        var builder = new ProcessBuilder(command(main, arguments)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
