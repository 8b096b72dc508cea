package org.vigie.notice.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.vigie.support.validation.InvalidField;

/** Takes in reports of which one that is refused holds up no other. */
@Service
public class FileMany {

    private final FileReport fileReport;

    FileMany(FileReport fileReport) {
        this.fileReport = fileReport;
    }

    /** What became of one. */
    public sealed interface Outcome {

        /** It is stored. */
        record Filed(UUID reportId, String reference) implements Outcome {}

        /**
         * A field cannot be accepted; nothing is stored.
         *
         * @param pointer JSON Pointer (RFC 6901)
         * @param expected what it should have been
         */
        record Refused(String pointer, String expected) implements Outcome {}
    }

    /**
     * One that is handed in.
     *
     * @param key the caller's own name for it, of no other of the same call
     * @param request throws an {@link InvalidField} if it cannot be read
     */
    public record Line(String key, Supplier<ReportRequest> request) {}

    /**
     * Stores them, as {@link FileReport#file} does; what a key named before is that, even if another build read it
     * otherwise.
     *
     * @return what became of each, in their order
     */
    public List<Outcome> file(Origin origin, List<Line> lines) {
        var refused = new HashMap<String, Outcome>();
        var readable = new ArrayList<FileReport.AsRead>();
        for (var line : lines) {
            try {
                readable.add(fileReport.read(origin, line.key(), line.request().get(), null));
            } catch (InvalidField e) {
                refused.put(line.key(), new Outcome.Refused(e.pointer(), e.getMessage()));
            }
        }
        var filed = fileReport.file(readable).iterator();
        return lines.stream()
                .map(line -> refused.containsKey(line.key()) ? refused.get(line.key()) : filed(filed.next()))
                .toList();
    }

    /**
     * Stores one, the same way.
     *
     * @param key the caller's own name for it
     * @param request throws an {@link InvalidField} if it cannot be read
     */
    public Outcome file(Origin origin, String key, Supplier<ReportRequest> request) {
        return file(origin, List.of(new Line(key, request))).getFirst();
    }

    private static Outcome filed(Report report) {
        return new Outcome.Filed(report.reportId(), report.reference());
    }
}
