package org.vigie.notice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What another JVM of this machine and user keeps alive on its heap. */
record LiveHeap(long pid) {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +[0-9]+ +([0-9]+)$");

    /** In bytes, after a full collection. */
    long used() throws IOException {
        // The histogram of classes counts what a full collection leaves.
        var asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (var answer = asked.inputReader()) {
            var total = TOTAL.matcher(answer.readAllAsString());
            if (!total.find()) {
                throw new IOException("the JVM could not be looked into");
            }
            return Long.parseLong(total.group(1));
        }
    }
}
