package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.vigie.notice.inbound.TakeIn;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;
import org.vigie.support.access.CallerRole;
import org.vigie.support.events.EventJson;

/** The desk in a real Chromium. Screenshots and what axe-core found are left in {@code target/desk}. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-clock"
        })
@ServiceTest
@EnabledIf(
        value = "org.vigie.notice.ReplyPageTests#aBrowserIsThere",
        disabledReason = "the desk in a browser: needs Chromium and npm install in src/test/browser")
class DeskBrowserTests {

    private static final Path OUTPUT = Path.of("target/desk");

    private static final int OF_EACH_KIND = 10;

    /** By day.mjs: by hand two, and two by each of those who were signed out meanwhile. */
    private static final long PASTED = 6;

    /** What docs/desk.md says of the tasks that each form ends. */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("cases/…/classification", "a suspect is classified"),
            Map.entry("cases/…/observations", "content cannot be seen by checks"),
            Map.entry("cases/…/holds/…/release", "a hold ends in three days, in one, or is over"),
            Map.entry("notices/…/submission", "a web form is filled in"),
            Map.entry("notices/…/finding", "nobody knows whether a notice arrived"),
            Map.entry("messages/…/reading", "mail answers no notice of ours"),
            Map.entry("cases/…/dispute", "a provider disputes it"),
            Map.entry("tasks/…/done", "a provider asks for more"),
            Map.entry("cases/…/retraction/approval", "a retraction is agreed to"),
            Map.entry("cases/…/approvals", "a registrar's step is approved"),
            Map.entry("cases/…/clearances", "an authority has answered"));

    private static final OtherServices OTHERS = new OtherServices();
    private static final UUID PROVIDER = UUID.randomUUID();

    /** However many mails wait, and cases for a setting, there is one task for them. */
    private static final Set<TaskKind> ONE_FOR_ALL = EnumSet.of(TaskKind.MAIL, TaskKind.SETTING_MISSING);

    private static final CallerRole[] ALL = {CallerRole.ANALYST, CallerRole.APPROVER, CallerRole.OPERATOR};

    @Autowired
    private TestWorld world;

    @Autowired
    private Tasks tasks;

    @Autowired
    private OpenTasks openTasks;

    @Autowired
    private TakeIn takeIn;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void others(DynamicPropertyRegistry registry) {
        registry.add("vigie.services.registry", OTHERS::address);
        registry.add("vigie.services.checker", OTHERS::address);
        registry.add("vigie.services.metrics", OTHERS::address);
    }

    @BeforeEach
    void theOthersHaveMuchToSay() {
        OTHERS.forget();
        OTHERS.sayMuch(PROVIDER, "Example Host");
    }

    @Test
    void worksAndLooksRight() throws IOException, InterruptedException {
        var waiting = new WaitingCases(world);
        var cases = waiting.oneOfEach();
        waiting.suspect();
        waiting.suspect();
        var conflict = waiting.notified();
        var bea = DeskVisitor.signedIn(port, "bea", ALL);

        run(
                "desk",
                Map.of(
                        "address",
                        "http://127.0.0.1:" + port,
                        "cookie",
                        bea.cookie(),
                        "conflict",
                        "/desk/cases/" + conflict,
                        "provider",
                        "/desk/providers/" + PROVIDER,
                        "pages",
                        pages(cases, waiting)));
    }

    /** The same in all services; what anybody may open, and whoever writes a client reads. */
    @Test
    void problemsAndReferenceLookRight() throws IOException, InterruptedException {
        run("reference", Map.of("address", "http://127.0.0.1:" + port));
    }

    /** docs/desk.md says how many actions each kind of task needs. */
    @Test
    void aDayIsDoneByKeyboardAlone() throws IOException, InterruptedException {
        closeWhatOthersLeft();
        var waiting = new WaitingCases(world);
        waiting.ofEach(OF_EACH_KIND);
        for (int of = 0; of < OF_EACH_KIND; of++) {
            openTasks.openAs(UUID.randomUUID(), TaskKind.ICCAM, waiting.notified(), world.now());
            var mail = "Subject: abuse\r\n\r\nWe know no such site. " + UUID.randomUUID() + "\r\n";
            takeIn.take(mail.getBytes(UTF_8), world.now());
        }
        openTasks.openAs(UUID.randomUUID(), TaskKind.SETTING_MISSING, null, world.now());
        var retract = waiting.notified();
        assertThat(tasks.countOpen())
                .containsOnlyKeys(TaskKind.values())
                .allSatisfy((kind, open) -> assertThat(open)
                        .as(kind.name())
                        .isGreaterThanOrEqualTo(ONE_FOR_ALL.contains(kind) ? 1 : OF_EACH_KIND));

        run(
                "day",
                Map.of(
                        "address",
                        "http://127.0.0.1:" + port,
                        "cookies",
                        twoPeople(),
                        "retract",
                        "/desk/cases/" + retract,
                        "most",
                        3));

        world.settle();
        assertThat(tasks.countOpen())
                .as("what was reported after the list was done")
                .isEqualTo(Map.of(TaskKind.CLASSIFY, PASTED));
        var day = EventJson.MAPPER.readTree(OUTPUT.resolve("day.json"));
        assertThat(day.propertyNames()).containsExactlyInAnyOrderElementsOf(ROWS.keySet());
        var manual = Files.readString(Path.of("../docs/desk.md"));
        ROWS.forEach((form, row) -> assertThat(manual)
                .contains("| %s | %d: "
                        .formatted(row, day.get(form).get("actions").asInt())));
    }

    @Test
    void suspectsAndReportsTakeNoMouseAndNoScript() throws IOException, InterruptedException {
        var waiting = new WaitingCases(world);
        for (int of = 0; of < 2 * OF_EACH_KIND; of++) {
            waiting.suspect();
        }

        run("suspects", Map.of("address", "http://127.0.0.1:" + port, "cookies", twoPeople()));
    }

    private void closeWhatOthersLeft() {
        for (var open = tasks.open(null, null, null, 100); !open.isEmpty(); open = tasks.open(null, null, null, 100)) {
            open.forEach(task -> openTasks.close(task.taskId(), "of another test", world.now()));
        }
    }

    private Map<String, String> twoPeople() {
        return Map.of(
                "bea",
                DeskVisitor.signedIn(port, "bea", ALL).cookie(),
                "carl",
                DeskVisitor.signedIn(port, "carl", ALL).cookie());
    }

    static void run(String script, Map<String, ?> what) throws IOException, InterruptedException {
        Files.createDirectories(OUTPUT);
        Files.write(OUTPUT.resolve(script + "-what.json"), EventJson.write(what));
        var log = OUTPUT.resolve(script + ".txt").toFile();
        var process = new ProcessBuilder(
                        "node",
                        script + ".mjs",
                        "../../../target/desk/" + script + "-what.json",
                        "../../../target/desk")
                .directory(Path.of("src/test/browser").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
    }

    private Map<String, String> pages(Map<TaskKind, UUID> cases, WaitingCases waiting) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("work", "/desk");
        pages.put("work-kind", "/desk?kind=CLASSIFY&whose=free&said=task_done");
        pages.put("search", "/desk/search");
        pages.put("intake", "/desk/intake");
        pages.put("shift", "/desk/shift");
        pages.put("providers", "/desk/providers");
        pages.put("provider", "/desk/providers/" + PROVIDER);
        pages.put("steering", "/desk/steering");
        pages.put("mail", "/desk/messages?all=yes");
        pages.put("absent", "/desk/cases/none");
        for (var kind : List.of(TaskKind.CLASSIFY, TaskKind.DISPUTE, TaskKind.RETRACTION, TaskKind.APPROVAL)) {
            var caseId = Objects.requireNonNull(cases.get(kind));
            pages.put(kind.name(), "/desk/cases/%s?task=%s".formatted(caseId, task(caseId)));
        }
        pages.put(
                "notice-form", "/desk/notices/" + waiting.notice(Objects.requireNonNull(cases.get(TaskKind.WEB_FORM))));
        pages.put(
                "notice-answered",
                "/desk/notices/" + waiting.notice(Objects.requireNonNull(cases.get(TaskKind.REPLY))));
        return pages;
    }

    private String task(UUID caseId) {
        return world.get("/v1/tasks?case_id=" + caseId)
                .json()
                .at("/tasks/0/task_id")
                .asString();
    }
}
