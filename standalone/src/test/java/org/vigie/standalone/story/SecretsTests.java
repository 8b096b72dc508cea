package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.standalone.story.RunningVigie.CHECKER;
import static org.vigie.standalone.story.RunningVigie.METRICS;
import static org.vigie.standalone.story.RunningVigie.NOTICE;
import static org.vigie.standalone.story.RunningVigie.REGISTRY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.events.Topics;
import org.vigie.standalone.Sealing;

/**
 * Plants unique labels in every part of a URL, lets the system see them on its good and its bad ways, and searches all
 * that it wrote: the store, the topics, the logs, the console, its numbers.
 */
class SecretsTests {

    private static final Duration SOON = Duration.ofMinutes(3);

    /** A provider's name, which is not secret and so must be found: the search works. */
    private static final String CONTROL = "plantedcontrol7391";

    private static final List<String> LABELS = List.of(
            "plantedhost4821",
            "plantedpath4822",
            "plantedquery4823",
            "plantedreferrer4824",
            "plantedpage4825",
            "plantedgone4826",
            "plantedredirect4827",
            "plantedrefused4828");

    @TempDir
    private Path directory;

    @Test
    void noUrlHostOrHashIsAnywhereButInTheMail() {
        var data = directory.resolve("data");
        var written = new ArrayList<String>();
        var hashes = new ArrayList<String>();
        try (var internet = new SmallInternet();
                var vigie = RunningVigie.on(data, internet)) {
            vigie.teachHost(CONTROL, "CIDR", SmallInternet.TEST_NETWORK);
            var url = internet.page("/plantedpath4822") + "?q=plantedquery4823";
            hashes.add(Reports.sha256(url));
            report(vigie, "ok", withContext(Reports.verified(url)));
            report(vigie, "name", Reports.verified("http://plantedhost4821.test/"));
            report(vigie, "gone", Reports.verified(internet.page("/plantedgone4826")));
            internet.answer("/plantedgone4826", 410);
            var port = internet.page("/x").replaceAll(".*:(\\d+)/.*", "$1");
            report(vigie, "refused", Reports.verified("http://127.9.0.2:" + port + "/plantedrefused4828"));
            vigie.post(NOTICE, "/v1/reports", "bad", "{\"url\": \"plantedredirect4827\"}");
            vigie.produce(new ProducerRecord<>(
                    Topics.DETECTIONS,
                    "planted-1".getBytes(UTF_8),
                    Sealing.seal(data.resolve("keys"), Reports.detection("planted-1", url))
                            .getBytes(UTF_8)));

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(internet.mailsNaming("plantedpath4822")).isNotEmpty());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(vigie.get(NOTICE, "/v1/counts")
                                    .json()
                                    .path("cases")
                                    .path("SUSPECTED_DOWN")
                                    .asInt())
                            .isPositive());
            for (var service : List.of(NOTICE, REGISTRY, CHECKER, METRICS)) {
                written.add(vigie.get(service, "/actuator/prometheus").text());
                written.add(vigie.get(service, "/actuator/health").text());
            }
            written.add(vigie.console());
        }

        var everything = Stream.concat(written.stream(), files(data)).toList();
        assertThat(everything.stream().filter(text -> text.contains(CONTROL))).isNotEmpty();
        for (var label : Stream.concat(secrets().stream(), hashes.stream()).toList()) {
            assertThat(everything.stream().filter(text -> text.contains(label)).map(SecretsTests::shortened))
                    .as("hits for a planted label")
                    .isEmpty();
        }
    }

    private static String withContext(String report) {
        return report.substring(0, report.length() - 1)
                + ", \"referrer\": \"http://plantedreferrer4824.test/\", \"found_on\": \"http://plantedpage4825.test/\""
                + "}";
    }

    private static void report(RunningVigie vigie, String key, String body) {
        assertThat(vigie.post(NOTICE, "/v1/reports", key, body).status()).isEqualTo(202);
    }

    /** Every label, as it is and in the encodings that a leak could hide in, and the addresses as they are. */
    private static List<String> secrets() {
        var secrets = new ArrayList<String>();
        for (var label : LABELS) {
            secrets.add(label);
            secrets.add(label.toUpperCase(Locale.ROOT));
            secrets.add(new StringBuilder(label).reverse().toString());
            secrets.add(HexFormat.of().formatHex(label.getBytes(UTF_8)));
            secrets.add(new String(label.getBytes(UTF_16LE), ISO_8859_1));
            secrets.add(new String(label.getBytes(UTF_16BE), ISO_8859_1));
            for (var shift = 0; shift < 3; shift++) {
                // Whole groups of three bytes only: what stands around the label does not change them.
                var whole = label.substring(shift, shift + 9);
                secrets.add(Base64.getEncoder().encodeToString(whole.getBytes(UTF_8)));
            }
        }
        secrets.add("127.9.0.1:");
        secrets.add("127.9.0.2");
        return secrets;
    }

    /** Every file below the directory but the keysets and the token, byte for byte. */
    private static Stream<String> files(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).map(SecretsTests::content).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return file + "\n" + Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(String text) {
        return text.lines().findFirst().orElse("");
    }
}
