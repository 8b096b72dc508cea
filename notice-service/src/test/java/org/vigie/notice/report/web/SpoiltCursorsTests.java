package org.vigie.notice.report.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.SpoiltTexts;

/** A place in a list that was changed, or is another list's, is none. */
class SpoiltCursorsTests {

    private static final long SEED = Long.getLong("vigie.seed", 23);

    @TempDir
    private Path directory;

    @Test
    void areNone() {
        EvaluationKeys.makeMissing(directory, List.of("notice-service"));
        var cursors = new SealedCursor(new Keysets(directory));
        var one = cursors.written("{\"at\": 1}", "a list");
        var another = cursors.written("{\"at\": 2}", "a list");

        assertThat(cursors.read(one, "a list")).contains("{\"at\": 1}");
        assertThat(cursors.read(one, "another list")).isEmpty();
        assertThat(SpoiltTexts.of(List.of(one, another), SEED, 20_000)
                        .map(cursor -> new String(cursor, ISO_8859_1))
                        .filter(cursor -> !cursor.equals(one) && !cursor.equals(another)))
                .allSatisfy(cursor ->
                        assertThat(cursors.read(cursor, "a list")).as(cursor).isEmpty());
    }
}
