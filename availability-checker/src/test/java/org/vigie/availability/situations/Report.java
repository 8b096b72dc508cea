package org.vigie.availability.situations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of every row of a run, as a table for people: {@code target/situations.md}. */
final class Report {

    private Report() {}

    static void write(Map<Host, Watched> seen) throws IOException {
        var wrong = seen.entrySet().stream().filter(row -> wrong(row) != null).count();
        var table = seen.entrySet().stream().map(Report::line).collect(Collectors.joining("\n"));
        Files.writeString(Path.of("target", "situations.md"), """
                %d rows, %d not as they must be. Times are hours after the change. "Sent" is the most of a picture and of a text
                in one answer, by the log of the server or a proxy before it; "taken" is what we took from our kernel of
                one body that is no text, and of one that is (without TLS).

                | id | server | situation | must be | wrong | looks | real ms | sent | sent text | taken | taken text | seen |
                |---|---|---|---|---|---:|---:|---:|---:|---:|---:|---|
                %s
                """.formatted(seen.size(), wrong, table));
    }

    private static String line(Map.Entry<Host, Watched> row) {
        var situation = row.getKey().situation();
        var watched = row.getValue();
        var wrong = wrong(row);
        return "| %s | %s | %s | %s | %s | %d | %d | %d | %d | %d | %d | %s |"
                .formatted(
                        situation.id(),
                        situation.server(),
                        situation.title(),
                        situation.end(),
                        wrong == null ? "" : wrong,
                        watched.looks().size(),
                        watched.took().toMillis(),
                        watched.mediaSent(),
                        watched.textSent(),
                        watched.mediaTaken(),
                        watched.textTaken(),
                        watched.toString().replace("\n", "; "));
    }

    private static @Nullable String wrong(Map.Entry<Host, Watched> row) {
        return new Verdict(row.getKey().situation()).wrong(row.getValue()).orElse(null);
    }
}
