package org.vigie.url;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases that others published, which lie outside the repository; without them a test is skipped and says so. */
final class Vectors {

    private Vectors() {}

    /** The file, or the end of the test as skipped if it is not there. */
    static Path file(String name) {
        var file = Path.of(System.getProperty("vectors", "../shared/vectors")).resolve(name);
        if (!Files.isReadable(file)) {
            System.err.println(
                    "SKIPPED, NOT PASSED: the published vectors " + name + " are not here (-Dvectors=<folder>)");
        }
        assumeTrue(Files.isReadable(file), "published vectors absent: " + name);
        return file;
    }

    /** The objects of a JSON array; the strings between them are comments. */
    static List<JsonNode> cases(String name) {
        return JsonMapper.shared()
                .readTree(file(name).toFile())
                .valueStream()
                .filter(JsonNode::isObject)
                .toList();
    }

    static List<String> lines(String name) {
        try {
            return Files.readAllLines(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
