package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries log exceptions that quote what they were given: class and place are written, and nothing they say. */
class ExceptionsInLogsTests {

    @ParameterizedTest
    @CsvSource({
        "service-support/src/main/resources/vigie-defaults.yml, 'console: \"(%d.*)\"', true",
        "standalone/src/main/resources/logback.xml, '<pattern>(%d.*)</pattern>', false"
    })
    void areClassAndPlace(String file, String where, boolean escaped) throws IOException {
        var pattern =
                Pattern.compile(where).matcher(Files.readString(Path.of("..").resolve(file)));
        assertThat(pattern.find()).isTrue();

        var line = written(escaped ? pattern.group(1).translateEscapes() : pattern.group(1));

        assertThat(line)
                .contains(
                        "failed",
                        "java.lang.IllegalStateException",
                        "Caused by: java.io.IOException",
                        "\tat org.vigie.")
                .contains("Caused by: java.lang.NullPointerException", "Suppressed: java.lang.RuntimeException")
                .doesNotContain("planted", "example.invalid");
    }

    private String written(String pattern) {
        var context = new LoggerContext();
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(pattern);
        layout.start();
        var deepest = new NullPointerException();
        var cause = new IOException("planted: https://example.invalid/a\nplanted at the second line: x", deepest);
        var failure = new IllegalStateException("no answer from https://example.invalid/a: planted", cause);
        failure.addSuppressed(new RuntimeException("planted"));
        return layout.doLayout(new LoggingEvent(
                getClass().getName(), context.getLogger(getClass()), Level.ERROR, "failed", failure, null));
    }
}
