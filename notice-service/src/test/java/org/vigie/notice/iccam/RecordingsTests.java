package org.vigie.notice.iccam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing is recorded that has no source. */
class RecordingsTests {

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\w+) \\| `(\\w+)` \\| [^|]* \\| [^|]*\\w[^|]* \\|$");

    @Test
    void eachFieldHasARowWithItsSource() throws IOException {
        var recorded = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/test/resources/iccam"))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString().replace(".json", "");
                FIELD.matcher(Files.readString(file))
                        .results()
                        .forEach(field -> recorded.add(name + " " + field.group(1)));
            }
        }
        var documented = new TreeSet<String>();
        ROW.matcher(Files.readString(Path.of("../docs/iccam.md")))
                .results()
                .forEach(row -> documented.add(row.group(1) + " " + row.group(2)));

        assertThat(documented).isEqualTo(recorded);
    }
}
