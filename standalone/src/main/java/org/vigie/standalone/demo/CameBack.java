package org.vigie.standalone.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came back to the notices about a case, by mail and on the reply page. */
final class CameBack {

    private CameBack() {}

    /** Each once, in the order of its first time: what a report or an answer says, or that it was a machine's. */
    static List<String> to(String caseId, Api notice) {
        var all = new ArrayList<JsonNode>();
        for (var sent : notice.get("/v1/cases/" + caseId + "/notices?limit=500").path("notices")) {
            var path = "/v1/notices/" + sent.path("notice_id").asString();
            notice.get(path + "/messages?limit=500").path("messages").forEach(all::add);
            notice.get(path + "/replies?limit=500")
                    .path("replies")
                    .valueStream()
                    .filter(reply -> !reply.path("channel").asString().equals("EMAIL"))
                    .forEach(all::add);
        }
        return all.stream()
                .sorted(Comparator.comparing(
                        (JsonNode one) -> one.path("received_at").asString()))
                .map(CameBack::inAWord)
                .distinct()
                .toList();
    }

    private static String inAWord(JsonNode one) {
        if (one.has("channel")) {
            return one.path("outcome").asString() + (one.path("unproven").asBoolean() ? "" : " with code");
        }
        var kind = one.path("message_kind").asString();
        return switch (kind) {
            case "DELIVERY_REPORT" -> one.path("fate").asString();
            case "ANSWER" -> one.path("outcome").asString();
            default -> kind;
        };
    }
}
