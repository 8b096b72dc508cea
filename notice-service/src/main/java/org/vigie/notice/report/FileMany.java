package org.vigie.notice.report;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.vigie.support.KeyReused;
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
     * Stores one, as {@link FileReport#file} does; what the key named before is that.
     *
     * @param request throws an {@link InvalidField} if it cannot be read
     */
    public Outcome file(Origin origin, String key, Supplier<ReportRequest> request) {
        try {
            return filed(fileReport.file(origin, key, request.get(), null));
        } catch (KeyReused _) {
            // Another build may have read it otherwise.
            return filed(fileReport.known(origin, key).orElseThrow());
        } catch (InvalidField e) {
            return new Outcome.Refused(e.pointer(), e.getMessage());
        }
    }

    private static Outcome filed(Report report) {
        return new Outcome.Filed(report.reportId(), report.reference());
    }
}
