package org.vigie.standalone;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vigie dead-letters list | replay}: what could not be applied, and another try of it. Prints no data. */
@Command(name = "dead-letters", description = "Lists records that could not be applied, or tries them once more.")
final class DeadLettersCommand {

    private static final String TOPIC = "Those of this topic only.";
    private static final String KIND = "Those of this kind of failure only.";

    /** Which of them; what is absent does not matter. */
    private record Wanted(
            @Nullable String topic,
            @Nullable String kind,
            @Nullable String offset) {

        boolean has(DeadLetter letter) {
            return (kind == null || kind.equals(letter.kind()))
                    && (offset == null || offset.equals(letter.partition() + "/" + letter.offset()));
        }

        List<String> deadLetterTopics() {
            return Stream.concat(Topics.COMPACTED.stream(), Topics.INBOUND.stream())
                    .filter(name -> topic == null || topic.equals(name))
                    .map(name -> name + Topics.DEAD_LETTER_SUFFIX)
                    .toList();
        }
    }

    private final Settings settings;
    private final KafkaAddress kafka;
    private final PrintStream output;
    private final PrintStream errors;

    DeadLettersCommand(Settings settings, PrintStream output, PrintStream errors) {
        this.settings = settings;
        this.kafka = KafkaAddress.of(settings);
        this.output = output;
        this.errors = errors;
    }

    @Command(description = "Lists topic, partition, offset, time, reader, kind and place of each.")
    int list(
            @Option(names = "--topic", paramLabel = "T", description = TOPIC) @Nullable String topic,
            @Option(names = "--kind", paramLabel = "K", description = KIND) @Nullable String kind) {
        return each(new Wanted(topic, kind, null), (_, found) -> list(found));
    }

    @Command(description = "Writes them to their topic once more.")
    int replay(
            @Option(names = "--topic", required = true, paramLabel = "T", description = TOPIC) String topic,
            @Option(names = "--kind", paramLabel = "K", description = KIND) @Nullable String kind,
            @Option(names = "--offset", paramLabel = "PARTITION/OFFSET", description = "Only the one from this place.")
                    @Nullable
                    String offset) {
        return each(new Wanted(topic, kind, offset), this::replay);
    }

    private int each(Wanted wanted, BiConsumer<Log, List<DeadLetter>> work) {
        Logs.warnOnly();
        if (wanted.deadLetterTopics().isEmpty()) {
            errors.println("vigie dead-letters: unknown topic");
            return Vigie.MISUSED;
        }
        try (var log = new Log(kafka)) {
            work.accept(log, find(log, wanted));
            return Vigie.DONE;
        } catch (KafkaException e) {
            errors.println("vigie dead-letters: Kafka at " + kafka.servers() + ": "
                    + Optional.ofNullable(e.getMessage()).orElse("no answer"));
            return Vigie.FAILED;
        }
    }

    private static List<DeadLetter> find(Log log, Wanted wanted) {
        var found = new ArrayList<DeadLetter>();
        var partitions = log.partitions(wanted.deadLetterTopics());
        if (!partitions.isEmpty()) {
            log.read(partitions, record -> {
                var letter = new DeadLetter(record);
                if (wanted.has(letter)) {
                    found.add(letter);
                }
            });
        }
        return found;
    }

    private void list(List<DeadLetter> found) {
        output.println("topic            partition     offset  parked at             reader                 kind"
                + "                       place in our code");
        found.forEach(letter -> output.println(letter.line()));
        output.println(found.size() + " dead letters");
    }

    private void replay(Log log, List<DeadLetter> found) {
        recorded(found);
        var done = new HashSet<String>();
        var written = 0;
        for (var letter : found) {
            if (done.add(letter.place()) && replay(log, letter)) {
                written++;
            }
        }
        output.println(
                "%d records written again, %d left because the topic has a newer one, %d put aside by several readers"
                        .formatted(written, done.size() - written, found.size() - done.size()));
    }

    /** Who does it is on the disk before it is done. */
    private void recorded(List<DeadLetter> found) {
        AuditCommand.record(
                settings,
                "dead-letters replay",
                found.stream()
                        .map(letter ->
                                Map.of("topic", letter.topic(), "offset", letter.partition() + "/" + letter.offset()))
                        .toList());
    }

    /** A record of a compacted topic is written only while it is the last of its key: what is last is what stays. */
    private static boolean replay(Log log, DeadLetter letter) {
        if (Topics.INBOUND.contains(letter.topic())) {
            log.write(letter.original());
            return true;
        }
        if (letter.record().value() == null
                || newest(
                                log,
                                letter.from(),
                                letter.offset() + 1,
                                letter.record().key())
                        != null) {
            return false;
        }
        var written = log.write(letter.original());
        var between =
                newest(log, letter.from(), letter.offset() + 1, letter.record().key(), written.offset());
        if (between != null) {
            var newer = new ProducerRecord<>(between.topic(), between.partition(), between.key(), between.value());
            between.headers().forEach(newer.headers()::add);
            log.write(newer);
        }
        return true;
    }

    private static @Nullable ConsumerRecord<byte[], byte[]> newest(
            Log log, TopicPartition partition, long from, byte[] key) {
        return newest(log, partition, from, key, Long.MAX_VALUE);
    }

    /** The last record of the key from an offset on and before another, null if there is none. */
    private static @Nullable ConsumerRecord<byte[], byte[]> newest(
            Log log, TopicPartition partition, long from, byte[] key, long before) {
        var last = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        log.readFrom(partition, from, record -> {
            if (Arrays.equals(record.key(), key) && record.offset() < before) {
                last.add(record);
            }
        });
        return last.isEmpty() ? null : last.getLast();
    }
}
