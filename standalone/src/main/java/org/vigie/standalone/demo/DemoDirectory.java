package org.vigie.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.standalone.CannotStart;
import org.vigie.support.settings.OwnerOnlyFiles;

/**
 * The directory of a demo. A file in it says that a demo made it, and by which options; one without that file is never
 * touched.
 *
 * @param seed of the demo that is kept there
 * @param pagePort of its web servers: part of every URL that was reported
 * @param only references of its tales, all if there are none
 */
record DemoDirectory(Path path, long seed, int pagePort, List<String> only) {

    private static final String MARKER = "vigie-demo";
    private static final int BEFORE_ONLY = 2;

    DemoDirectory {
        only = List.copyOf(only);
    }

    /**
     * Empties what an earlier demo left, or keeps it to go on from.
     *
     * @throws CannotStart if something else lies there, or a demo whose pages are at another port
     */
    static DemoDirectory open(Path path, DemoOptions options, int pagePort) {
        var marker = path.resolve(MARKER);
        try {
            if (Files.exists(path) && !Files.exists(marker) && !isEmpty(path)) {
                throw new CannotStart("The directory " + path + " was not made by a demo and is left alone: move it"
                        + " away, or set VIGIE_DATA to another directory.");
            }
            if (options.resume() && Files.exists(marker)) {
                return resumed(path, Files.readAllLines(marker), pagePort);
            }
            empty(path);
            OwnerOnlyFiles.locked("VIGIE_DATA", path, () -> {});
            var kept = Stream.of(Long.toString(options.seed()), Integer.toString(pagePort));
            OwnerOnlyFiles.write(
                    marker, Stream.concat(kept, options.only().stream()).collect(Collectors.joining("\n")));
            var made = new DemoDirectory(path, options.seed(), pagePort, options.only());
            OwnerOnlyFiles.write(made.mailboxPassword(), "sandbox");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the directory " + path, e);
        }
    }

    private static DemoDirectory resumed(Path path, List<String> lines, int pagePort) {
        if (!lines.get(1).equals(Integer.toString(pagePort))) {
            throw new CannotStart("The demo in " + path + " began with its pages at port " + lines.get(1)
                    + ": resume it with VIGIE_PORT_PAGES=" + lines.get(1) + ".");
        }
        return new DemoDirectory(
                path, Long.parseLong(lines.getFirst()), pagePort, lines.subList(BEFORE_ONLY, lines.size()));
    }

    Path clock() {
        return path.resolve("clock");
    }

    Path world() {
        return path.resolve("world");
    }

    /** Of the world's mailbox, which takes any. */
    Path mailboxPassword() {
        return path.resolve("mailbox-password");
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** The marker goes last: what a crash leaves half emptied is still a demo's. */
    private static void empty(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            var marker = path.resolve(MARKER);
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(path) && !file.equals(marker)) {
                    Files.delete(file);
                }
            }
            Files.deleteIfExists(marker);
        }
    }
}
