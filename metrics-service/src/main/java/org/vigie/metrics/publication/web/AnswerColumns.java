package org.vigie.metrics.publication.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.metrics.ledger.AnswerCounts.Standing;
import org.vigie.metrics.publication.Acknowledged;
import org.vigie.metrics.publication.web.PublicationCsv.Column;

/** The columns of what came back. Where no answers are known they say so; one that may not be shown is empty. */
final class AnswerColumns {

    private static final String JSON = "figure.beside.acknowledged.";
    private static final String NOT_MEASURED = "not measured";

    static final List<Column> ALL = all();

    private AnswerColumns() {}

    private static List<Column> all() {
        var all = new ArrayList<Column>();
        all.add(new Column("ack_rate", JSON + "rate", "share"));
        all.add(new Column("ack_time_p50", JSON + "p50", "hours"));
        all.add(new Column("ack_time_p90", JSON + "p90", "hours"));
        all.add(new Column("complaint_rate", JSON + "complaint_rate", "share"));
        for (var code : Code.values()) {
            all.add(new Column("outcome_" + lower(code), JSON + "outcomes." + code, "share"));
        }
        for (var ground : Ground.values()) {
            for (var standing : Standing.values()) {
                all.add(new Column(
                        "disputes_%s_%s".formatted(lower(ground), lower(standing)),
                        JSON + "disputes.%s.%s".formatted(ground, standing),
                        "disputes"));
            }
        }
        return List.copyOf(all);
    }

    /** In the order of their columns. */
    static List<@Nullable Object> of(@Nullable Acknowledged answers) {
        if (answers == null) {
            return Collections.nCopies(ALL.size(), NOT_MEASURED);
        }
        var values = new ArrayList<@Nullable Object>();
        values.add(answers.rate());
        values.add(answers.p50());
        values.add(answers.p90());
        values.add(answers.complaintRate());
        for (var code : Code.values()) {
            values.add(answers.outcomes().get(code));
        }
        for (var ground : Ground.values()) {
            for (var standing : Standing.values()) {
                values.add(answers.disputes().getOrDefault(ground, Map.of()).get(standing));
            }
        }
        return values;
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }
}
