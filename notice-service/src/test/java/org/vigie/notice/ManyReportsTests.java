package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.vigie.events.Topics;
import org.vigie.notice.removal.ContentUnit.Hashes;
import org.vigie.notice.report.FileReport;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;

/** Against the in-process store; the second producer seals detections. */
@ServiceTest
class ManyReportsTests extends ManyReportsContract {

    @Autowired
    private Keysets keysets;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Override
    boolean allRead() throws Exception {
        kafka.flush();
        return Offsets.allRead(Topics.DETECTIONS);
    }

    @Override
    void produce(FileReport file, Seen seen) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("url", seen.url());
        plain.put("hashes", hashes(seen.hashes()));
        var sealed = keysets.inboundSeal().seal(EventJson.MAPPER.writeValueAsString(plain), seen.key());
        var detection = """
                {"producer": "crawler", "detection_id": "%s", "category": "CSAM", "verification": "SUSPECT",
                 "sealed": {"key_id": "%s", "ciphertext": "%s"}}""".formatted(seen.key(), sealed.keyId(), sealed.ciphertext());
        var _ = kafka.send(
                new ProducerRecord<>(Topics.DETECTIONS, seen.key().getBytes(UTF_8), detection.getBytes(UTF_8)));
    }

    private static Map<String, @Nullable String> hashes(Hashes given) {
        var hashes = new LinkedHashMap<String, @Nullable String>();
        hashes.put("sha256", given.sha256());
        hashes.put("md5", given.md5());
        return hashes;
    }
}
