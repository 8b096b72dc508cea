package org.vigie.notice.batch.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.support.validation.InvalidField;
import org.vigie.testing.SpoiltTexts;

/** Whatever comes as a batch is lines, or refused by the words of a field. */
class SpoiltTablesTests {

    private static final long SEED = Long.getLong("vigie.seed", 23);
    private static final int TABLES = Integer.getInteger("vigie.tables", 20_000);

    private static final List<String> SOUND = List.of("""
            url,category,content.hashes.md5,classification.assessors
            http://one.test/a,CSAM,d41d8cd98f00b204e9800998ecf8427e,2
            "http://two.test/a,b?""q\""",CSAM,,
            """, """
            {"url": "http://one.test/a", "category": "CSAM"}

            {"url": "http://two.test/\\u00e9", "content": {"hashes": {"md5": "d41d8cd98f00b204e9800998ecf8427e"}}}
            """, "\ufeffurl\r\nhttp://three.test/\r\n");

    @ParameterizedTest
    @ValueSource(strings = {BodyLines.CSV, BodyLines.NDJSON})
    void areReadOrRefused(String type) {
        var read = new AtomicInteger();
        SpoiltTexts.of(SOUND, SEED, TABLES)
                .forEach(table -> assertThatCode(() -> read(type, table, read))
                        .as("seed %d: %s", SEED, new String(table, UTF_8))
                        .doesNotThrowAnyException());

        assertThat(read).hasPositiveValue();
    }

    private static void read(String type, byte[] table, AtomicInteger read) throws IOException {
        var lines = new BodyLines(type, new ByteArrayInputStream(table));
        try {
            for (var line = lines.next(); line != null; line = lines.next()) {
                read.incrementAndGet();
            }
        } catch (InvalidField refused) {
            assertThat(refused.getMessage()).doesNotContain(".test");
        }
    }
}
