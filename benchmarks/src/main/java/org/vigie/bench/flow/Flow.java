package org.vigie.bench.flow;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import javax.management.JMException;

/**
 * Floods {@code vigie up} with verified reports and says what each cost, beside the bare limit and, if asked to, beside
 * another commit. Everything is on loopback: the reports' pages, the relay, the providers.
 */
public final class Flow {

    private final Path home;
    private final FlowOptions options;
    private final PrintStream output;

    private Flow(Path home, FlowOptions options, PrintStream output) {
        this.home = home;
        this.options = options;
        this.output = output;
    }

    static void main(String[] arguments) throws IOException, InterruptedException, JMException {
        FlowOptions options;
        try {
            options = FlowOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            System.err.println("vigie: " + e.getMessage());
            System.err.println(FlowOptions.USAGE);
            System.exit(2);
            return;
        }
        new Flow(Path.of(System.getProperty("vigie.home")), options, System.out).run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException, JMException {
        output.printf(
                "%s, %s reports %s, %d providers; %s%n",
                LocalDate.now(ZoneOffset.UTC),
                options.reports(),
                options.rate() == 0 ? "as fast as accepted" : "at " + options.rate() + " a second",
                options.providers(),
                load());
        var ours = run(home, true);
        ours.print("This build", output);
        if (options.profile() != null) {
            Profile.print(options.profile(), output);
        }
        var commit = options.beside();
        if (commit != null) {
            var theirs = run(checkedOut(commit), false);
            theirs.print("Commit " + commit, output);
            output.printf(
                    Locale.ROOT,
                    "%nCPU per case: %.1f ms beside %.1f ms, 1/%.1f of it%n",
                    ours.cpuPerCase(),
                    theirs.cpuPerCase(),
                    theirs.cpuPerCase() / ours.cpuPerCase());
        }
        output.println(load());
    }

    private Figures run(Path sources, boolean withLimit) throws IOException, InterruptedException, JMException {
        var work = Files.createTempDirectory("vigie-flow");
        try {
            return new FlowRun(sources, options, work, withLimit).run();
        } finally {
            delete(work);
        }
    }

    /** A work tree of the commit, kept with what was built there for the next time. */
    private Path checkedOut(String commit) throws IOException, InterruptedException {
        var directory = home.resolve("benchmarks/target/beside").resolve(commit);
        if (Files.notExists(directory)) {
            var git = new ProcessBuilder("git", "worktree", "add", "--detach", directory.toString(), commit)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (git.waitFor() != 0) {
                throw new IOException("no work tree of " + commit);
            }
        }
        return directory;
    }

    private static String load() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "load average %.1f on %d processors",
                system.getSystemLoadAverage(),
                system.getAvailableProcessors());
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
