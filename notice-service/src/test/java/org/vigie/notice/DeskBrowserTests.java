package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.vigie.notice.task.TaskKind;
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

    /** With ten kinds of tasks that makes forty cases. */
    private static final int OF_EACH_KIND = Integer.getInteger("vigie.desk-each", 4);

    private static final CallerRole[] ALL = {CallerRole.ANALYST, CallerRole.APPROVER, CallerRole.OPERATOR};

    @Autowired
    private TestWorld world;

    @LocalServerPort
    private int port;

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
                        "pages",
                        pages(cases, waiting)));
    }

    /** docs/desk.md says how many actions each kind of task needs. */
    @Test
    void aDayIsDoneByKeyboardAlone() throws IOException, InterruptedException {
        var waiting = new WaitingCases(world);
        for (int of = 0; of < OF_EACH_KIND; of++) {
            waiting.oneOfEach();
        }
        var retract = waiting.notified();

        run(
                "day",
                Map.of(
                        "address",
                        "http://127.0.0.1:" + port,
                        "cookies",
                        Map.of(
                                "bea",
                                DeskVisitor.signedIn(port, "bea", ALL).cookie(),
                                "carl",
                                DeskVisitor.signedIn(port, "carl", ALL).cookie()),
                        "retract",
                        "/desk/cases/" + retract,
                        "most",
                        3));
    }

    private static void run(String script, Map<String, ?> what) throws IOException, InterruptedException {
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
