package org.vigie.standalone;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The one log of the process, set up by {@code logback.xml} and by nobody else. */
final class Logs {

    private Logs() {}

    /** For a command that answers and ends: no file, warnings to the errors. Must come before the first logger. */
    static void warnOnly() {
        System.setProperty("logback.configurationFile", "logback-command.xml");
        leaveToLogback();
    }

    /** Must come before the first logger of the process is made. */
    static void writeTo(Path directory) {
        System.setProperty("vigie.logs", directory.toString());
        leaveToLogback();
    }

    private static void leaveToLogback() {
        // Four Spring Boot applications would set up the one log of this process four times.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    static Path fileIn(Path directory) {
        return directory.resolve("vigie.log");
    }

    static void warn(String message, Exception cause) {
        LoggerFactory.getLogger(Standalone.class).atWarn().setCause(cause).log(message);
    }
}
