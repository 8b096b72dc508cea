package org.vigie.standalone.story;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** The lines that the services in this JVM log about cases, from its making until it is closed. */
final class CaseLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.vigie");
    private final Level before = ours.getLevel();

    CaseLog() {
        ours.setLevel(Level.INFO);
        start();
        ours.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent line) {
        lines.add(line);
    }

    /** The messages of the lines that name the case by {@code caseId}, oldest first. */
    List<String> of(String caseId) {
        return lines.stream()
                .filter(line -> line.getKeyValuePairs() != null
                        && line.getKeyValuePairs().stream()
                                .anyMatch(
                                        pair -> pair.key.equals("caseId") && caseId.equals(String.valueOf(pair.value))))
                .map(ILoggingEvent::getMessage)
                .toList();
    }

    @Override
    public void close() {
        ours.detachAppender(this);
        ours.setLevel(before);
    }
}
