package org.vigie.notice;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.TestWorld.Answer;

/** What partners report and what becomes of it. */
abstract class PartnersReports {

    static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    TestWorld world;

    final UUID reported(String who, String json) {
        var id = world.as(who, "partner:submit").post("/v1/reports", json).id("report_id");
        world.settle();
        return id;
    }

    final void asked(UUID caseId) {
        world.resolved(caseId, world.provider(Role.HOST, "host"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
    }

    final UUID caseOf(UUID report) {
        return world.get("/v1/reports/" + report).id("case_id");
    }

    final String status(UUID caseId) {
        return world.story(caseId).get("status").asString();
    }

    final List<String> notices(UUID caseId) {
        return world.get("/v1/cases/" + caseId + "/notices")
                .json()
                .get("notices")
                .findValuesAsString("kind");
    }

    final Answer read(String who, UUID id) {
        return world.as(who, "partner:read").get("/v1/reports/" + id);
    }

    /** Without what names the report. */
    static String masked(Answer answer) {
        return answer.body()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("RP-[0-9]{4}-[0-9]{8}", "RP")
                .replaceAll("\"20[0-9T:.-]+Z\"", "AT");
    }
}
