package org.vigie.standalone;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.vigie.support.work.LastResort;

/**
 * A Kafka broker and its KRaft controller in this JVM, whose topics, records and offsets survive a restart and the
 * process's end. Like any single broker it does not wait for the disk, so the last records may not survive a power cut.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** Octets; Kafka's segments and indexes want more at a time. */
    private static final long LEAST_SPACE = 10 << 20;

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the broker; topics are made by administrators only.
     *
     * @param directory where it keeps its records; made and formatted at the first start
     * @param bind address to listen on; a wildcard is advertised to clients as this machine's own address
     */
    public static EmbeddedKafka start(Path directory, InetAddress bind, int port) {
        try {
            var log = directory.resolve("log");
            format(log);
            var advertised = Ports.host(bind.isAnyLocalAddress() ? InetAddress.getLocalHost() : bind) + ":" + port;
            var server = new KafkaRaftServer(
                    new KafkaConfig(properties(log, Ports.host(bind) + ":" + port, advertised), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, advertised);
        } catch (UnknownHostException e) {
            throw new CannotStart(
                    "This machine's own address is not known: set VIGIE_BIND to one of its addresses.", e);
        } catch (Exception e) {
            throw new CannotStart("Kafka did not start in " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * A broker that cannot write any more ends the whole process: says so first, because Kafka's own words do not tell
     * that a disk is full.
     */
    static void sayWhyItEnds(Path directory, PrintStream console) {
        Exit.setHaltProcedure((status, _) -> {
            console.println(
                    directory.toFile().getUsableSpace() < LEAST_SPACE
                            ? "The disk of " + directory + " is full: Vigie ends. Make room, then start it again."
                            : "Kafka inside failed, Vigie ends. The log says why.");
            Runtime.getRuntime().halt(LastResort.EXIT_CODE);
        });
    }

    /** Its address, as a Kafka client takes it. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(log.toString()))
                .setMetadataLogDirectory(log.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .run();
    }

    /** One node for everything. The short session lets a restart after a kill register again in seconds. */
    private static Map<String, String> properties(Path log, String listener, String advertised) {
        var controller = Ports.host(LOOPBACK) + ":" + Ports.anyFree(LOOPBACK);
        var properties = new HashMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + controller);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", "PLAINTEXT://" + listener + ",CONTROLLER://" + controller);
        properties.put("advertised.listeners", "PLAINTEXT://" + advertised);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("log.dirs", log.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("controlled.shutdown.enable", "true");
        properties.put("broker.session.timeout.ms", "3000");
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("initial.broker.registration.timeout.ms", "60000");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152"); // bytes; the usual 128 MiB would be heap
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")
                .forEach(topic -> {
                    properties.put(topic + ".num.partitions", "1");
                    properties.put(topic + ".replication.factor", "1");
                });
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        return properties;
    }
}
