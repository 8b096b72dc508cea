package org.vigie.notice.batch.persistence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.batch.BatchLine;
import org.vigie.notice.batch.LineResult;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/**
 * Some lines of a batch as they are stored.
 *
 * @param unanswered the lines, sealed for this document; absent once each is a report or refused
 * @param results absent until then
 */
@Document("reportBatchParts")
record PartDocument(
        @Id String id,
        UUID upload,
        int lastLine,
        Instant at,
        boolean waiting,
        @Nullable SealedUrl unanswered,
        @Nullable List<Result> results,
        int accepted,
        int refused) {

    /** A report, or a field and what was expected of it. */
    record Result(
            int line,
            @Nullable UUID reportId,
            @Nullable String reference,
            @Nullable String field,
            @Nullable String reason) {

        static Result of(LineResult result) {
            return switch (result) {
                case LineResult.Filed(var line, var reportId, var reference) ->
                    new Result(line, reportId, reference, null, null);
                case LineResult.Refused(var line, var field, var reason) -> new Result(line, null, null, field, reason);
            };
        }

        LineResult toDomain() {
            return reportId != null && reference != null
                    ? new LineResult.Filed(line, reportId, reference)
                    : new LineResult.Refused(line, text(field), text(reason));
        }

        private static String text(@Nullable String stored) {
            return stored == null ? "" : stored;
        }
    }

    private record Waiting(List<BatchLine> lines) {}

    static String id(UUID upload, int part) {
        return upload + "/" + part;
    }

    static PartDocument of(UUID upload, int part, List<BatchLine> lines, Instant at, Seal store) {
        var id = id(upload, part);
        var sealed = store.seal(EventJson.MAPPER.writeValueAsString(new Waiting(lines)), id);
        return new PartDocument(id, upload, lines.getLast().number(), at, true, sealed, null, 0, 0);
    }

    List<BatchLine> lines(Seal store) {
        return unanswered == null
                ? List.of()
                : EventJson.MAPPER
                        .readValue(store.open(unanswered, id), Waiting.class)
                        .lines();
    }

    List<LineResult> answers() {
        return results == null
                ? List.of()
                : results.stream().map(Result::toDomain).toList();
    }
}
