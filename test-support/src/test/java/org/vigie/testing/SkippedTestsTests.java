package org.vigie.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsTests {

    @TempDir
    private Path directory;

    @Test
    void writesEverySkippedAndAbortedTestWithItsReasonAndAddsThemUp() throws IOException {
        var console = new ByteArrayOutputStream();
        var module = directory.resolve("module");
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new SkippedTests(module, new PrintStream(console, true, UTF_8)))
                .build();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Example.class))
                .build();

        LauncherFactory.create(config).execute(request);

        var name = Example.class.getName();
        assertThat(SkippedTestsSum.of(directory))
                .hasSize(3)
                .contains(
                        "  module: " + name + ".aborted: no server", "  module: " + name + ".disabled: needs a server")
                .element(0)
                .asString()
                .contains("Skipped tests: 2");
        assertThat(console.toString(UTF_8)).contains("[SKIPPED] " + name + ".disabled: needs a server");
        Files.writeString(module.resolve("target/skipped-tests-another.txt"), "another: no server\n");
        assertThat(SkippedTestsSum.of(directory)).hasSize(4).contains("  module: another: no server");
    }

    @Test
    void saysSoWhenNothingWasSkipped() throws IOException {
        assertThat(SkippedTestsSum.of(directory)).containsExactly("Skipped tests: none.");
    }

    /** Run by the test above only: Surefire passes nested classes over. */
    static class Example {

        @Test
        @Disabled("needs a server")
        void disabled() {}

        @Test
        void aborted() {
            Assumptions.abort("no server");
        }

        @Test
        void runs() {}
    }
}
