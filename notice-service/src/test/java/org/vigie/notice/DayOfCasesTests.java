package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.TestWorld.Answer;
import tools.jackson.databind.JsonNode;

/**
 * A day of 40 mixed cases by REST, with nothing but what the calls of the table in docs/decisions.md and the work list
 * answer. Whatever happened before that day is told to the service and not counted.
 */
@ServiceTest
class DayOfCasesTests {

    private static final int OF_EACH = 4;

    private static final String CLAIM = "POST /v1/tasks/{id}/claim";
    private static final String REPORT = "POST /v1/reports";
    private static final String REPLY = "POST /v1/notices/{notice_id}/reply";

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    /** What was called for a case, by whom. */
    private final class Work {

        private final String kind;
        private final Map<String, List<String>> calls = new HashMap<>();
        private UUID caseId = new UUID(0, 0);

        private Work(String kind) {
            this.kind = kind;
        }

        private Answer call(String who, String call, Object id, String body) {
            var path = call.replaceFirst("^[A-Z]+ ", "").replaceFirst("[{][a-z_]+}", id.toString());
            var answer = call.startsWith("GET") ? world.get(path) : world.decide(path, who, null, body);
            assertThat(answer.status())
                    .as("%s: %s %s", kind, call, answer.body())
                    .isBetween(200, 204);
            calls.computeIfAbsent(who, _ -> new ArrayList<>()).add(call);
            return answer;
        }

        private Answer first(String call, Object id, String body) {
            return call("Anna First", call, id, body);
        }

        private Answer second(String call, Object id, String body) {
            return call("Bea Second", call, id, body);
        }

        private JsonNode claimed(JsonNode task, String body) {
            return second(CLAIM, task.get("task_id").asString(), body).json();
        }
    }

    @Test
    void nobodyMakesMoreThanTwoCallsForACase() throws IOException {
        var day = Stream.generate(this::oneOfEach)
                .limit(OF_EACH)
                .flatMap(List::stream)
                .toList();
        world.settle();
        var tasks = tasks();
        day.forEach(work -> finish(work, tasks));
        world.settle();

        assertThat(day).hasSize(40);
        var documented = documented();
        assertThat(day).allSatisfy(work -> {
            assertThat(work.calls.values())
                    .as(work.kind)
                    .allSatisfy(calls -> assertThat(calls).hasSizeLessThanOrEqualTo(2));
            assertThat(Stream.of("Anna First", "Bea Second")
                            .map(who -> work.calls.getOrDefault(who, List.of()))
                            .toList())
                    .as(work.kind)
                    .isEqualTo(documented.get(work.kind));
            assertThat(world.tasks(work.caseId)).as(work.kind).isEmpty();
            assertThat(world.story(work.caseId).get("timeline").toString())
                    .as(work.kind)
                    .contains(ENDS.get(work.kind));
        });
    }

    private static final Map<String, String> ENDS = Map.of(
            "verified content is reported and held", "\"HELD\"",
            "a suspect is reported, then classified", "CLASSIFIED_VERIFIED",
            "a provider says that it is not theirs", "REPLIED_NOT_OURS",
            "a provider disputes", "DISPUTE_DECIDED_RESUME",
            "a provider needs more", "TASK_DONE_REPLY",
            "a case is taken back", "\"RETRACTED\"",
            "a web form waits", "ticket 4711",
            "a registrar comes next", "STEP_APPROVED",
            "a country's police is heard first", "CLEARED_BY_POLICE_AU",
            "looks cannot tell", "OBSERVED_PRESENT");

    private List<Work> oneOfEach() {
        return ENDS.keySet().stream().map(Work::new).map(this::begun).toList();
    }

    private Work begun(Work work) {
        switch (work.kind) {
            case "verified content is reported and held" -> {
                var report = verifiedReport("http://" + someHost() + "/h", someHash());
                work.caseId = work.first(REPORT, "", report).id("case_id");
                work.first("POST /v1/cases/{id}/holds", work.caseId, """
                        {"owner": "police", "reason": "investigation", "expires_at": "2036-01-01T00:00:00Z"}""");
            }
            case "a suspect is reported, then classified" ->
                work.caseId = work.first(REPORT, "", """
                                {"url": "http://%s/s", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost())).id("case_id");
            case "a provider says that it is not theirs" -> answered(work, "NOT_OURS");
            case "a provider disputes" -> answered(work, "DISPUTES_AGE");
            case "a provider needs more" -> answered(work, "NEED_MORE_INFO");
            case "a case is taken back" -> {
                var reference = notified(work);
                var found = work.first("POST /v1/cases/search", "", "{\"reference\": \"[%s]\"}".formatted(reference))
                        .json();
                assertThat(found.at("/cases/0/status").asString()).isEqualTo("NOTIFIED");
                work.first(
                        "POST /v1/cases/{id}/retraction",
                        found.at("/cases/0/case_id").asString(),
                        "{\"reason\": \"wrong URL\"}");
            }
            case "a web form waits" -> waits(work, world.providerWithForm(Role.HOST));
            case "a registrar comes next" -> {
                work.caseId = world.reported(verifiedReport("http://" + someHost() + "/r", someHash()));
                world.resolved(work.caseId, Approval.OPERATOR, false, world.provider(Role.REGISTRAR, "registrar"));
            }
            case "a country's police is heard first" -> waits(work, world.provider(Role.HOST, "australian", "AU"));
            case "looks cannot tell" -> {
                work.caseId = world.reported(verifiedReport("http://" + someHost() + "/l", someHash()));
                world.resolved(work.caseId, world.provider(Role.HOST, "abuse"));
                world.looked(work.caseId, Presence.UNKNOWN, List.of(Flag.BLOCKED));
            }
            default -> throw new AssertionError(work.kind);
        }
        return work;
    }

    private void finish(Work work, Map<UUID, JsonNode> tasks) {
        var task = tasks.get(work.caseId);
        switch (work.kind) {
            case "verified content is reported and held", "a provider says that it is not theirs" ->
                assertThat(task).as(work.kind).isNull();
            case "a suspect is reported, then classified" -> {
                var claimed = work.claimed(needed(task), "{\"reveal_reason\": \"to assess it\"}");
                assertThat(claimed.at("/place/url").asString()).endsWith(".test/s");
                work.second("POST /v1/cases/{id}/classification", work.caseId, """
                        {"verification": "VERIFIED", "organisation": "Example"}""");
            }
            case "a provider disputes" -> {
                var claimed = work.claimed(needed(task), "{\"reveal_reason\": \"to assess it again\"}");
                assertThat(claimed.at("/about/timeline").toString()).contains("They are adults.");
                assertThat(claimed.at("/place/url").asString()).endsWith(".test/n");
                work.second("POST /v1/cases/{id}/dispute/decision", work.caseId, """
                        {"decision": "RESUME", "reason": "looked again"}""");
            }
            case "a provider needs more" -> {
                assertThat(work.claimed(needed(task), "{}")
                                .at("/about/timeline")
                                .toString())
                        .contains("They are adults.");
                work.second(
                        "POST /v1/tasks/{id}/done",
                        needed(task).get("task_id").asString(),
                        "{\"reason\": \"answered\"}");
            }
            case "a case is taken back" -> {
                assertThat(work.claimed(needed(task), "{}")
                                .at("/about/timeline")
                                .toString())
                        .contains("RETRACTION_PROPOSED", "wrong URL", "Anna First");
                work.second("POST /v1/cases/{id}/retraction/approval", work.caseId, "{\"reason\": \"wrong URL\"}");
            }
            case "a web form waits" -> {
                var notice = needed(task).get("notice_id").asString();
                assertThat(work.second("GET /v1/notices/{notice_id}/form", notice, "")
                                .body())
                        .contains(".test/w");
                work.second("POST /v1/notices/{notice_id}/submission", notice, """
                        {"outcome": "SUBMITTED", "proof": "ticket 4711"}""");
            }
            case "a registrar comes next" -> {
                var ranked = work.claimed(needed(task), "{}").at("/about/ranking/0");
                assertThat(ranked.get("approval").asString()).isEqualTo("OPERATOR");
                assertThat(ranked.get("has_contact").asBoolean()).isTrue();
                work.second("POST /v1/cases/{id}/approvals", work.caseId, """
                        {"provider_id": "%s", "role": "%s", "reason": "nobody else acts"}""".formatted(
                        ranked.get("provider_id").asString(), ranked.get("role").asString()));
            }
            case "a country's police is heard first" -> {
                var ranked = work.claimed(needed(task), "{}").at("/about/ranking/0");
                work.second("POST /v1/cases/{id}/clearances", work.caseId, """
                        {"country": "%s", "authority": "POLICE", "reference": "PV-17", "cleared_at": "%s",
                         "reason": "heard"}""".formatted(
                                ranked.get("country").asString(), world.now().minusSeconds(60)));
            }
            case "looks cannot tell" -> {
                var claimed = work.claimed(needed(task), "{\"reveal_reason\": \"to look from elsewhere\"}");
                assertThat(claimed.at("/place/url").asString()).endsWith(".test/l");
                work.second("POST /v1/cases/{id}/observations", work.caseId, """
                        {"seen": "PRESENT", "reason": "looked from home"}""");
            }
            default -> throw new AssertionError(work.kind);
        }
    }

    private static JsonNode needed(@Nullable JsonNode task) {
        return Objects.requireNonNull(task, "the work list has no task of the case");
    }

    /** The work list, as one person reads it once on that day. */
    private Map<UUID, JsonNode> tasks() {
        var tasks = new HashMap<UUID, JsonNode>();
        var cursor = "";
        do {
            var page = world.get("/v1/tasks?limit=500" + cursor).json();
            // Mail that nobody could read is a task without a case.
            page.get("tasks")
                    .valueStream()
                    .filter(task -> !task.get("case_id").isNull())
                    .forEach(task ->
                            tasks.put(UUID.fromString(task.get("case_id").asString()), task));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return tasks;
    }

    private void waits(Work work, TestWorld.Provider host) {
        work.caseId = world.reported(verifiedReport("http://" + someHost() + "/w", someHash()));
        world.resolved(work.caseId, host);
        world.looked(work.caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
    }

    /** The day before; the reference is as the provider's mail has it. */
    private String notified(Work work) {
        var host = world.provider(Role.HOST, "abuse");
        work.caseId = world.reported(verifiedReport("http://" + someHost() + "/n", someHash()));
        world.resolved(work.caseId, host);
        world.looked(work.caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        var reference = Pattern.compile("RN-[0-9]{4}-[0-9]{8}/[0-9]+")
                .matcher(mail.to(host.mailbox()).getFirst().text());
        assertThat(reference.find()).isTrue();
        return reference.group();
    }

    private void answered(Work work, String outcome) {
        work.first(REPLY, notified(work).replace('/', '.'), """
                {"outcome": "%s", "received_at": "%s", "text": "They are adults."}""".formatted(outcome, world.now()));
    }

    /** What the table says that the first and the second person call, by the kind of case. */
    private static Map<String, List<List<String>>> documented() throws IOException {
        var calls = new HashMap<String, List<List<String>>>();
        Files.readString(Path.of("../docs/decisions.md"))
                .lines()
                .dropWhile(line -> !line.equals("## A day's work"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .map(line -> line.split(" *[|] *", -1))
                .filter(cells -> cells.length == 5)
                .forEach(cells -> calls.put(cells[1], List.of(calls(cells[2]), calls(cells[3]))));
        return calls;
    }

    private static List<String> calls(String cell) {
        return Pattern.compile("`([A-Z]+ /[^`]*)`")
                .matcher(cell)
                .results()
                .map(call -> call.group(1))
                .toList();
    }
}
