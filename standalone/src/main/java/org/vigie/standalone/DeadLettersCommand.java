package org.vigie.standalone;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Topics;

/** {@code vigie dead-letters list | replay}: what could not be applied, and another try of it. Prints no data. */
final class DeadLettersCommand {

    private static final String USAGE = """
            usage: ./vigie dead-letters list   [--topic T] [--kind K]
                   ./vigie dead-letters replay --topic T [--kind K] [--offset PARTITION/OFFSET]""";

    /** Which of them; what is absent does not matter. */
    private record Wanted(
            @Nullable String topic,
            @Nullable String kind,
            @Nullable String offset) {

        static Wanted of(List<String> words) {
            String topic = null;
            String kind = null;
            String offset = null;
            for (int i = 0; i < words.size(); i += 2) {
                if (i + 1 == words.size()) {
                    throw new IllegalArgumentException(words.get(i) + " needs a value.");
                }
                switch (words.get(i)) {
                    case "--topic" -> topic = words.get(i + 1);
                    case "--kind" -> kind = words.get(i + 1);
                    case "--offset" -> offset = words.get(i + 1);
                    default -> throw new IllegalArgumentException("not known: " + words.get(i));
                }
            }
            return new Wanted(topic, kind, offset);
        }

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

    private final Log log;
    private final PrintStream output;

    private DeadLettersCommand(Log log, PrintStream output) {
        this.log = log;
        this.output = output;
    }

    /** Returns the exit code. */
    static int run(KafkaAddress kafka, List<String> words, PrintStream output, PrintStream errors) {
        var verb = words.isEmpty() ? "" : words.getFirst();
        Wanted wanted;
        try {
            wanted = Wanted.of(words.isEmpty() ? words : words.subList(1, words.size()));
        } catch (IllegalArgumentException e) {
            errors.println("vigie dead-letters: " + e.getMessage());
            errors.println(USAGE);
            return Vigie.MISUSED;
        }
        var replays = verb.equals("replay") && wanted.topic() != null;
        if ((!verb.equals("list") && !replays) || wanted.deadLetterTopics().isEmpty()) {
            errors.println(USAGE);
            return Vigie.MISUSED;
        }
        try (var log = new Log(kafka)) {
            var command = new DeadLettersCommand(log, output);
            var found = command.find(wanted);
            if (replays) {
                command.replay(found);
            } else {
                command.list(found);
            }
            return Vigie.DONE;
        } catch (KafkaException e) {
            errors.println("vigie dead-letters: Kafka at " + kafka.servers() + ": "
                    + Optional.ofNullable(e.getMessage()).orElse("no answer"));
            return Vigie.FAILED;
        }
    }

    private List<DeadLetter> find(Wanted wanted) {
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

    private void replay(List<DeadLetter> found) {
        var done = new HashSet<String>();
        var written = 0;
        for (var letter : found) {
            if (done.add(letter.place()) && replay(letter)) {
                written++;
            }
        }
        output.println(
                "%d records written again, %d left because the topic has a newer one, %d put aside by several readers"
                        .formatted(written, done.size() - written, found.size() - done.size()));
    }

    /** A record of a compacted topic is written only while it is the last of its key: what is last is what stays. */
    private boolean replay(DeadLetter letter) {
        if (Topics.INBOUND.contains(letter.topic())) {
            log.write(letter.original());
            return true;
        }
        if (letter.record().value() == null
                || newest(letter.from(), letter.offset() + 1, letter.record().key()) != null) {
            return false;
        }
        var written = log.write(letter.original());
        var between = newest(letter.from(), letter.offset() + 1, letter.record().key(), written.offset());
        if (between != null) {
            var newer = new ProducerRecord<>(between.topic(), between.partition(), between.key(), between.value());
            between.headers().forEach(newer.headers()::add);
            log.write(newer);
        }
        return true;
    }

    private @Nullable ConsumerRecord<byte[], byte[]> newest(TopicPartition partition, long from, byte[] key) {
        return newest(partition, from, key, Long.MAX_VALUE);
    }

    /** The last record of the key from an offset on and before another, null if there is none. */
    private @Nullable ConsumerRecord<byte[], byte[]> newest(
            TopicPartition partition, long from, byte[] key, long before) {
        var last = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        log.readFrom(partition, from, record -> {
            if (Arrays.equals(record.key(), key) && record.offset() < before) {
                last.add(record);
            }
        });
        return last.isEmpty() ? null : last.getLast();
    }
}
