package org.vigie.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The end of a whole build: how many tests of which module were skipped, and why. */
public final class SkippedTestsSum {

    private SkippedTestsSum() {}

    /**
     * Prints the sum on standard error, so that a quiet build shows it too.
     *
     * @param arguments the directory that holds the modules
     */
    public static void main(String[] arguments) throws IOException {
        of(Path.of(arguments[0])).forEach(System.err::println);
    }

    /** The lines to print for the modules in {@code directory}. */
    static List<String> of(Path directory) throws IOException {
        try (var modules = Files.list(directory)) {
            var skipped = modules.sorted()
                    .filter(module -> Files.isDirectory(module.resolve(SkippedTests.DIRECTORY)))
                    .flatMap(module -> linesOf(module).stream())
                    .toList();
            return skipped.isEmpty() ? List.of("Skipped tests: none.") : listed(skipped);
        }
    }

    private static List<String> listed(List<String> skipped) {
        var lines = new ArrayList<String>();
        lines.add("Skipped tests: " + skipped.size() + ". What they would have shown, this run does not show:");
        lines.addAll(skipped);
        return lines;
    }

    private static List<String> linesOf(Path module) {
        var lines = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(module.resolve(SkippedTests.DIRECTORY), SkippedTests.FILES)) {
            for (var file : files) {
                Files.readAllLines(file).forEach(line -> lines.add("  " + module.getFileName() + ": " + line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
