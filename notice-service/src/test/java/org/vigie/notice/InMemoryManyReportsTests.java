package org.vigie.notice;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.notice.report.FileReport;

/** Against ports in memory; the second producer's detections are handed in as their listener does. */
@ServiceTest
@Import(InMemoryPorts.class)
@TestPropertySource("classpath:in-memory.properties")
class InMemoryManyReportsTests extends ManyReportsContract {

    @Override
    boolean allRead() {
        return true;
    }

    @Override
    void produce(FileReport file, Seen seen) {
        file.file("producer:crawler", seen.key(), raw(seen));
    }
}
