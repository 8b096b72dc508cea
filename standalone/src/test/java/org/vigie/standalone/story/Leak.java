package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.vigie.events.Topics;
import org.vigie.standalone.canary.Artefact.Kind;
import org.vigie.support.audit.Audit;

/** One careless line of code for each class of what is written, and the way in which it writes a URL. */
enum Leak {
    LOG(Kind.LOG, "percent") {
        @Override
        void happen(String url, ApplicationContext service) {
            var encoded = new StringBuilder();
            url.chars().forEach(letter -> encoded.append("%%%02X".formatted(letter)));
            LoggerFactory.getLogger(Leak.class)
                    .atInfo()
                    .addKeyValue("asked", encoded)
                    .log("asked");
        }
    },
    METERS(Kind.METERS, "plain") {
        @Override
        void happen(String url, ApplicationContext service) {
            service.getBean(MeterRegistry.class).counter("leak", "asked", url).increment();
        }
    },
    CONTRACT(Kind.CONTRACT, "hex") {
        @Override
        void happen(String url, ApplicationContext service) {
            service.getBean(OpenAPI.class)
                    .getInfo()
                    .setDescription(HexFormat.of().formatHex(url.getBytes(UTF_8)));
        }
    },
    TOPICS(Kind.TOPICS, "plain") {
        @Override
        @SuppressWarnings("unchecked")
        void happen(String url, ApplicationContext service) {
            var settings = new HashMap<>(service.getBean(ProducerFactory.class).getConfigurationProperties());
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
            try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
                var topic = Topics.DETECTIONS + Topics.DEAD_LETTER_SUFFIX;
                var record = new ProducerRecord<>(topic, new byte[1], new byte[1]);
                record.headers().add("failure", url.getBytes(UTF_8));
                var _ = producer.send(record);
            }
        }
    },
    STORE(Kind.STORE, "Base64") {
        @Override
        void happen(String url, ApplicationContext service) {
            service.getBean(MongoTemplate.class)
                    .insert(new Document("asked", Base64.getEncoder().encodeToString(url.getBytes(UTF_8))), "leak");
        }
    },
    TEMPORARY(Kind.TEMPORARY, "plain") {
        @Override
        void happen(String url, ApplicationContext service) throws IOException {
            try (var packed = new GZIPOutputStream(Files.newOutputStream(Files.createTempFile("leak", ".gz")))) {
                packed.write(url.getBytes(UTF_8));
            }
        }
    },
    DUMPS(Kind.DUMPS, "plain") {
        @Override
        void happen(String url, ApplicationContext service) throws IOException {
            var dump = Files.createTempDirectory("leak").resolve("java_pid1.hprof");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        }
    },
    BACKUP(Kind.BACKUP, "plain") {
        @Override
        void happen(String url, ApplicationContext service) throws IOException {
            var data = Path.of(service.getEnvironment().getRequiredProperty("vigie.data"));
            Files.writeString(data.resolve("asked.csv"), URLEncoder.encode(url, UTF_8));
        }
    },
    AUDIT(Kind.AUDIT, "plain") {
        @Override
        void happen(String url, ApplicationContext service) {
            service.getBean(Audit.class).add("a principal", "asked", Map.of("asked", url));
        }
    },
    ANSWERS(Kind.ANSWERS, "plain") {
        @Override
        void happen(String url, ApplicationContext service) {
            CarelessChecker.answer(url);
        }
    },
    /** A cookie, which the filter of the answers sets too. */
    BROWSER(Kind.BROWSER, "hex") {
        @Override
        void happen(String url, ApplicationContext service) {
            CarelessChecker.answer(url);
        }
    },
    /** What an exception says: logged as one, its class and place are all that is written. */
    STACK_TRACE(Kind.LOG, "plain") {
        @Override
        void happen(String url, ApplicationContext service) {
            var trace = new StringWriter();
            new IllegalStateException("no answer", new IOException(url)).printStackTrace(new PrintWriter(trace));
            LoggerFactory.getLogger(Leak.class)
                    .atError()
                    .addKeyValue("trace", trace)
                    .log("failed");
        }
    };

    private final Kind kind;
    private final String way;

    Leak(Kind kind, String way) {
        this.kind = kind;
        this.way = way;
    }

    abstract void happen(String url, ApplicationContext service) throws IOException;

    /** Where it must be found. */
    Kind kind() {
        return kind;
    }

    /** How it must be found to be written. */
    String way() {
        return way;
    }
}
