package org.vigie.notice.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.notice.reference.persistence.TestCounters;
import org.vigie.testing.TestMongo;

class ReferenceNumbersTests {

    private static final Instant BACK_UP = Instant.parse("2026-03-01T02:00:00Z");

    @Test
    void countsUpFromTheShareOfTheYear() {
        var references = withAnEmptyStore();

        assertThat(references.next("RN", Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo("RN-2026-00000001");
        assertThat(references.next("RN", Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo("RN-2026-00000002");
        assertThat(references.next("RN", Instant.parse("2026-12-31T23:59:59.999Z")))
                .isEqualTo("RN-2026-90000000");
    }

    @Test
    void givesSeveralOneAfterAnother() {
        var references = withAnEmptyStore();
        var early = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(references.next("RP", early, 3))
                .containsExactly("RP-2026-00000001", "RP-2026-00000002", "RP-2026-00000003");
        assertThat(references.next("RP", early)).isEqualTo("RP-2026-00000004");
        assertThat(references.next("RP", Instant.parse("2026-12-31T23:59:59.999Z"), 2))
                .containsExactly("RP-2026-90000000", "RP-2026-90000001");
    }

    @Test
    void aRestoredStoreGivesNoneThatWasGivenAfterItsBackUp() {
        var given = new HashSet<String>();
        var lost = withAnEmptyStore();
        for (int minute = 0; minute < 60; minute++) {
            var at = BACK_UP.plus(Duration.ofMinutes(minute));
            Stream.generate(() -> lost.next("RN", at)).limit(100).forEach(given::add);
        }

        var restored = withAnEmptyStore();
        assertThat(Stream.generate(() -> restored.next("RN", BACK_UP.plus(Duration.ofHours(1))))
                        .limit(100))
                .doesNotContainAnyElementsOf(given);
        assertThat(given).hasSize(6_000);
    }

    private static ReferenceNumbers withAnEmptyStore() {
        var database = TestMongo.newDatabase();
        return new ReferenceNumbers(
                TestCounters.in(new MongoTemplate(MongoClients.create(TestMongo.uri(database)), database)));
    }
}
