package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.vigie.notice.inbound.TakeIn;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.access.CallerRole;
import org.vigie.support.access.Matrix;

/** Each field of each form that the desk's pages have, with what an attacker would write into it. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/desk-fields-data",
            "vigie.clock-file=target/${test.fork:fork-1}/desk-fields-clock"
        })
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class DeskFieldsTests {

    private static final String HOSTILE =
            "\"'><script>alert(1)</script>\r\nX-Evil: 1\r\n\r\n<img src=x onerror=alert(1)>[[${12345679*9}]]#{x}//evil.example";
    private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
    private static final Pattern ACTION = Pattern.compile("action=\"[./]*(/desk[^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)[^>]* name=\"([a-z_]+)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** By another button of the form of intake. */
    private static final String CHECK = "/desk/intake/check";

    private static final OtherServices OTHERS = new OtherServices();
    private static final UUID PROVIDER = UUID.randomUUID();

    @Autowired
    private TestWorld world;

    @Autowired
    private TakeIn takeIn;

    @LocalServerPort
    private int port;

    /** What they say is a stranger's, too. */
    @DynamicPropertySource
    static void others(DynamicPropertyRegistry registry) {
        OTHERS.sayMuch(PROVIDER, HOSTILE);
        registry.add("vigie.services.registry", OTHERS::address);
        registry.add("vigie.services.checker", OTHERS::address);
        registry.add("vigie.services.metrics", OTHERS::address);
    }

    /** A form, and the page that has it. */
    private record Form(String page, String action, String body) {

        List<String> fields() {
            return FIELD.matcher(body)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !name.equals("_csrf"))
                    .distinct()
                    .toList();
        }
    }

    @Test
    void nothingThatIsTypedIsAnythingButText(CapturedOutput log) {
        var bea = DeskVisitor.signedIn(port, "bea", CallerRole.ANALYST, CallerRole.APPROVER, CallerRole.OPERATOR);
        var forms = forms(bea);
        var wrong = new ArrayList<String>();

        forms.forEach((name, form) -> form.fields().forEach(field -> {
            if (!isHarmless(bea.get(form.page()))) {
                wrong.add(form.page());
            }
            var answer = bea.post(
                    form.action(),
                    DeskForm.of(form.body(), form.action()).with(field, HOSTILE).sent());
            if (!isHarmless(answer)) {
                wrong.add("%s of %s: %d".formatted(field, name, answer.status()));
            }
        }));

        assertThat(forms.keySet())
                .containsAll(
                        DeskRoutes.forms().filter(form -> !form.equals(CHECK)).toList());
        assertThat(wrong).isEmpty();
        assertThat(log.getAll()).doesNotContain("alert(1)", "evil.example");
    }

    /** No page can be put into another's frame, kept by anybody, or made to load anything from elsewhere. */
    @Test
    void everyPageIsItsOwn() {
        var anna = DeskVisitor.signedIn(port, "anna", CallerRole.ANALYST, CallerRole.OPERATOR);

        assertThat(Matrix.of("notice-service").rows().stream()
                        .filter(row -> row.path().getPatternString().startsWith("/desk"))
                        .map(row -> row.path()
                                .getPatternString()
                                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                        .map(anna::get))
                .allSatisfy(page -> {
                    assertThat(page.header("Content-Security-Policy"))
                            .contains(
                                    "default-src 'none'",
                                    "frame-ancestors 'none'",
                                    "form-action 'self'",
                                    "base-uri 'none'");
                    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
                    assertThat(page.header("Cache-Control")).contains("no-store");
                    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
                });
    }

    /** One of each, whatever case, notice or task it is about. */
    private Map<String, Form> forms(DeskVisitor visitor) {
        var forms = new LinkedHashMap<String, Form>();
        pages().forEach(page -> {
            var body = visitor.get(page).body();
            var form = FORM.matcher(body);
            while (form.find()) {
                var action = ACTION.matcher(form.group(1));
                if (action.find()) {
                    forms.putIfAbsent(
                            ID.matcher(action.group(1)).replaceAll("…"), new Form(page, action.group(1), form.group()));
                }
            }
        });
        forms.remove("/desk/sign-out");
        return forms;
    }

    private Stream<String> pages() {
        var waiting = new WaitingCases(world);
        var cases = waiting.oneOfEach();
        var form = Objects.requireNonNull(cases.get(TaskKind.WEB_FORM));
        var uncertain = Objects.requireNonNull(cases.get(TaskKind.UNCERTAIN_SEND));
        var mail = "Subject: \"'><script>alert(1)</script>\r\n\r\n<img src=x onerror=alert(1)>\r\n" + UUID.randomUUID();
        var message = takeIn.take(mail.getBytes(UTF_8), world.now()).messageId();
        var tasks = world.get("/v1/tasks?limit=500").json().get("tasks").findValuesAsString("task_id").stream()
                .map(UUID::fromString)
                .toList();
        var pages = DeskRoutes.pages(Map.of(
                "caseId",
                cases.values(),
                "noticeId",
                Stream.of(waiting.notified(), form, uncertain)
                        .map(waiting::notice)
                        .toList(),
                "taskId",
                tasks,
                "messageId",
                List.of(message),
                "providerId",
                List.of(PROVIDER)));
        return Stream.concat(Stream.of("/desk?kind=CLASSIFY&whose=free"), pages);
    }

    private static boolean isHarmless(DeskVisitor.Page answer) {
        return answer.status() < 500
                && answer.address().getPath().startsWith("/desk")
                && answer.address().getHost().equals("127.0.0.1")
                && answer.headers().firstValue("X-Evil").isEmpty()
                && !Pattern.compile("<script>alert|<img src=x|111111111|href=\"[^\"]*evil")
                        .matcher(answer.body())
                        .find();
    }
}
