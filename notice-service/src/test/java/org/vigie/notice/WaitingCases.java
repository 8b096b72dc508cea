package org.vigie.notice;

import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.task.TaskKind;

/** Cases that wait for a person, each for what the name of the method says. */
final class WaitingCases {

    private final TestWorld world;

    WaitingCases(TestWorld world) {
        this.world = world;
    }

    /** One of each that this service asks people about by itself. */
    Map<TaskKind, UUID> oneOfEach() {
        return ofEach(1).getFirst();
    }

    /** So many of each, as they stand two hours later. */
    List<Map<TaskKind, UUID>> ofEach(int count) {
        var all = Stream.generate(this::begun).limit(count).toList();
        world.pass(Duration.ofHours(2));
        return all;
    }

    private Map<TaskKind, UUID> begun() {
        var cases = new EnumMap<TaskKind, UUID>(TaskKind.class);
        cases.put(TaskKind.CLASSIFY, suspect());
        cases.put(TaskKind.DISPUTE, answered("DISPUTES_AGE"));
        cases.put(TaskKind.REPLY, answered("NEED_MORE_INFO"));
        cases.put(TaskKind.RETRACTION, retracting("Zoe Third"));
        cases.put(TaskKind.WEB_FORM, notified(world.providerWithForm(Role.HOST)));
        cases.put(TaskKind.APPROVAL, registrarNext());
        cases.put(TaskKind.COUNTRY_CLEARANCE, notified(world.provider(Role.HOST, "australian", "AU")));
        cases.put(TaskKind.LOOK_BLOCKED, unseen());
        cases.put(TaskKind.NO_CONTACT, withoutContact());
        cases.put(TaskKind.HOLD_EXPIRED, held(Duration.ofHours(1)));
        cases.put(TaskKind.HOLD_EXPIRES_SOON, held(Duration.ofHours(20)));
        cases.put(TaskKind.HOLD_EXPIRY, held(Duration.ofHours(60)));
        cases.put(TaskKind.UNCERTAIN_SEND, uncertain());
        return cases;
    }

    UUID suspect() {
        return world.reported("""
                {"url": "http://%s/s", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));
    }

    UUID verified() {
        return world.reported(verifiedReport("http://" + someHost() + "/v", someHash()));
    }

    UUID notified() {
        return notified(world.provider(Role.HOST, "abuse"));
    }

    UUID notified(TestWorld.Provider host) {
        var caseId = verified();
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        return caseId;
    }

    /** The relay took its notice twice, and never said so. */
    UUID uncertain() {
        var caseId = verified();
        world.resolved(caseId, world.provider(Role.HOST, "silent"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofMinutes(16));
        return caseId;
    }

    UUID answered(String outcome) {
        var caseId = notified();
        world.decide(
                "/v1/notices/" + notice(caseId) + "/reply", "Anna First", null, """
                {"outcome": "%s", "received_at": "%s", "text": "They are adults."}""".formatted(outcome, world.now()));
        world.settle();
        return caseId;
    }

    UUID retracting(String proposer) {
        var caseId = notified();
        world.decide("/v1/cases/" + caseId + "/retraction", proposer, null, "{\"reason\": \"wrong URL\"}");
        world.settle();
        return caseId;
    }

    UUID registrarNext() {
        var caseId = verified();
        world.resolved(caseId, Approval.OPERATOR, false, world.provider(Role.REGISTRAR, "registrar"));
        return caseId;
    }

    UUID unseen() {
        var caseId = verified();
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.looked(caseId, Presence.UNKNOWN, List.of(Flag.BLOCKED));
        return caseId;
    }

    UUID withoutContact() {
        var caseId = verified();
        world.resolved(caseId);
        return caseId;
    }

    UUID held(Duration ends) {
        var caseId = verified();
        world.decide("/v1/cases/" + caseId + "/holds", "Anna First", null, """
                {"owner": "police", "reason": "investigation", "expires_at": "%s"}""".formatted(
                        world.now().plus(ends)));
        world.settle();
        return caseId;
    }

    /** The first notice that names the case. */
    UUID notice(UUID caseId) {
        return UUID.fromString(world.get("/v1/cases/" + caseId + "/notices")
                .json()
                .at("/notices/0/notice_id")
                .asString());
    }
}
