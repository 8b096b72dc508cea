package org.vigie.notice.report.messaging;

import java.nio.charset.StandardCharsets;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.stereotype.Component;
import org.vigie.events.Topics;
import org.vigie.events.intake.Detection;
import org.vigie.notice.report.FileReport;
import org.vigie.notice.report.Origin;

/** Hands in what internal producers detected. */
@Component
class DetectionListener {

    private final FileReport fileReport;
    private final DetectionReader reader;

    DetectionListener(FileReport fileReport, DetectionReader reader) {
        this.fileReport = fileReport;
        this.reader = reader;
    }

    @KafkaListener(topics = Topics.DETECTIONS)
    void on(Detection detection, @Header(KafkaHeaders.RECEIVED_KEY) byte[] key) {
        var recordKey = new String(key, StandardCharsets.UTF_8);
        fileReport.file(Origin.ofProducer(detection.producer()), recordKey, reader.read(detection, recordKey), null);
    }
}
