package org.vigie.support.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LastResortTests {

    @Test
    void endsTheProcessWhenAThreadDiesOfAnError() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingThread.class.getName())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(LastResort.EXIT_CODE);
        assertThat(output).contains("the process ends", "NoClassDefFoundError");
    }

    /** It is installed first of all, before it is known where the log goes: a logger made then would settle that. */
    @Test
    void makesNoLoggerWhenItIsInstalled() {
        assertThat(LastResort.class.getDeclaredFields())
                .noneMatch(field -> Logger.class.isAssignableFrom(field.getType()));
    }

    /** A process of which one thread dies and another would go on. */
    static final class DyingThread {

        private DyingThread() {}

        public static void main(String[] arguments) throws InterruptedException {
            LastResort.install();
            Thread.ofVirtual().name("queue").start(() -> {
                throw new NoClassDefFoundError("of.No.Matter");
            });
            Thread.currentThread().join();
        }
    }
}
