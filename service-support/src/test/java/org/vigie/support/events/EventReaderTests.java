package org.vigie.support.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Topics;
import org.vigie.events.availability.VantageSnapshot;
import org.vigie.events.availability.Watermark;

/** What is a record of its topic, and what is said of one that is not. */
class EventReaderTests {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String CASE = "2f6c1f52-7c1e-4b53-9a8d-5d0f3b8f6a11";

    private final EventReader reader = new EventReader(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void readsWhatItsTopicPromises() {
        assertThat(reader.read(
                        record(Topics.WATERMARKS, "5", "{\"partition\":5,\"version\":7,\"new\":{}}"), Watermark.class))
                .isEqualTo(new Watermark(5, 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"partition":98}                               | /version is missing or of another type
            {"partition":98,"version":null}                | /version is missing or of another type
            {"partition":98,"version":"7"}                 | /version is missing or of another type
            {"partition":98,"version":7.5}                 | /version is missing or of another type
            {"partition":98,"version":-1}                  | /version is not an instant that has passed, in epoch milliseconds
            {"partition":98,"version":9223372036854775807} | /version is not an instant that has passed, in epoch milliseconds
            {"partition":-98,"version":7}                  | /partition is not a number of 0 to 2147483647
            {"partition":97,"version":7}                   | the record's key is not the id that its value names
            {"partition":98,"version":7,"version":8}       | the record is not JSON, or has a field twice
            null                                           | the record is no JSON object
            planted                                        | the record is not JSON, or has a field twice
            """)
    void saysWhatIsWrongAndNotTheValue(String value, String said) {
        assertThatThrownBy(() -> reader.read(record(Topics.WATERMARKS, "98", value), Watermark.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage(said);
    }

    @Test
    void believesAVersionThatItsOwnerCanHaveReached() {
        var highest = NOW.getEpochSecond() + 86_400;

        assertThat(reader.read(testimony(highest), VantageSnapshot.class).version())
                .isEqualTo(highest);
        assertThatThrownBy(() -> reader.read(testimony(highest + 1), VantageSnapshot.class))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("/version is not a version that its owner can have reached");
    }

    private static ConsumerRecord<byte[], byte[]> testimony(long version) {
        return record(
                Topics.VANTAGES,
                CASE + "/second",
                "{\"case_id\":\"" + CASE + "\",\"vantage\":\"second\",\"version\":" + version + "}");
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, String key, String value) {
        return new ConsumerRecord<>(topic, 0, 0, key.getBytes(UTF_8), value.getBytes(UTF_8));
    }
}
