package org.vigie.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A demo that was played to its end in this process.
 *
 * @param asScripted what makes the command exit with 0
 * @param output what it printed
 */
record PlayedDemo(boolean asScripted, String output) {

    private static final String FIRST_OF_THE_LAST_LINES = "Provider ";

    /** Plays it in the directory, on ports that are free. */
    static PlayedDemo in(Path data, DemoOptions options, Map<String, String> more) {
        var environment = environment(data);
        environment.putAll(more);
        return with(environment, options);
    }

    /** Plays it with these variables. */
    static PlayedDemo with(Map<String, String> environment, DemoOptions options) {
        var console = new ByteArrayOutputStream();
        try (var demo = new Demo(environment, options, new PrintStream(console, true, UTF_8))) {
            var asScripted = demo.run();
            return new PlayedDemo(asScripted, console.toString(UTF_8));
        }
    }

    static DemoOptions once(String... only) {
        return new DemoOptions(true, false, 1, List.of(only));
    }

    /** All that says what came out: the table, the cases and the verdict. */
    String result() {
        return output.substring(output.indexOf(FIRST_OF_THE_LAST_LINES));
    }

    static Map<String, String> environment(Path data) {
        var environment = new HashMap<String, String>();
        environment.put("VIGIE_DATA", data.toString());
        environment.put("VIGIE_PORT_PAGES", Integer.toString(freePort()));
        for (var name : List.of("NOTICE", "REGISTRY", "CHECKER", "METRICS", "KAFKA", "ISSUER")) {
            environment.put("VIGIE_PORT_" + name, "0");
        }
        return environment;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.31.1.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
