package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failing JVM would leave holds every URL in its memory. */
class JvmOptionsTests {

    private static final Path HOME = Path.of("..");
    private static final Pattern OPTION = Pattern.compile("-XX:[+-][A-Za-z]+");

    @ParameterizedTest
    @CsvSource({"vigie", "deploy/docker/Dockerfile"})
    void aCrashLeavesNoMemoryBehind(String start) throws IOException {
        var options = OPTION.matcher(Files.readString(HOME.resolve(start)))
                .results()
                .map(option -> option.group())
                .toList();

        assertThat(options)
                .contains("-XX:-CreateCoredumpOnCrash")
                .noneMatch(option -> option.startsWith("-XX:+HeapDump"));
    }
}
