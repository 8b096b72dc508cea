package org.vigie.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says which tests did not run and why: on the console at the end of a module's tests, and one per line in
 * {@code target/skipped-tests-fork-N.txt} for the N-th process that runs them, which {@link SkippedTestsSum} adds up.
 */
public final class SkippedTests implements TestExecutionListener {

    static final String DIRECTORY = "target";
    static final String FILES = "skipped-tests-*.txt";

    private final List<String> skipped = new ArrayList<>();
    private final Path directory;
    private final PrintStream console;
    private int told;

    /** For the platform, which finds it by its registration: writes below the module's directory. */
    public SkippedTests() {
        this(Path.of(System.getProperty("basedir", "")), System.out);
    }

    SkippedTests(Path directory, PrintStream console) {
        this.directory = directory;
        this.console = console;
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        add(test, reason);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            add(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        for (; told < skipped.size(); told++) {
            console.println("[SKIPPED] " + skipped.get(told));
        }
        write();
    }

    private void add(TestIdentifier test, String reason) {
        skipped.add((name(test) + ": " + reason).replaceAll("\\s+", " "));
    }

    private static String name(TestIdentifier test) {
        return switch (test.getSource().orElse(null)) {
            case MethodSource method -> method.getClassName() + "." + method.getMethodName();
            case ClassSource type -> type.getClassName();
            case null, default -> test.getDisplayName();
        };
    }

    private void write() {
        try {
            var file =
                    directory.resolve(DIRECTORY).resolve(FILES.replace("*", System.getProperty("test.fork", "fork-1")));
            Files.createDirectories(file.getParent());
            Files.write(file, skipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
