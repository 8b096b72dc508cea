package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.support.access.CallerRole;
import org.vigie.support.access.Matrix;

/** Every page and form of the desk, by each role, and by who has none, no session or no token of the form. */
@ServiceTest
class DeskRolesTests {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final List<String> wrong = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping operations;

    @Test
    void everyCellOfTheMatrixHolds() {
        var rows = Matrix.of("notice-service").rows().stream()
                .filter(row -> row.path().getPatternString().startsWith("/desk"))
                .toList();
        for (var role : CallerRole.values()) {
            var visitor = new DeskVisitor(port);
            var came = visitor.signIn("anna", role);
            if (role.word().startsWith("partner:")) {
                assertThat(came.status()).as(role.word()).isEqualTo(403);
                assertThat(came.body()).contains("You are not signed in");
                continue;
            }
            rows.forEach(row -> asRole(row, role, visitor));
        }
        var nobody = DeskVisitor.signedIn(port, "nobody");
        rows.forEach(row -> expect(row, "nobody in particular", asked(row, nobody), 403));
        rows.forEach(row -> stranger(row, new DeskVisitor(port)));

        assertThat(rows.stream().map(DeskRolesTests::name)).containsExactlyInAnyOrderElementsOf(routes());
        assertThat(wrong).isEmpty();
    }

    /** All that the desk's controllers answer but to whoever has signed out. */
    private List<String> routes() {
        return operations.getHandlerMethods().keySet().stream()
                .flatMap(mapped -> mapped.getPatternValues().stream()
                        .filter(path -> path.startsWith("/desk") && !path.equals("/desk/signed-out"))
                        .flatMap(path -> mapped.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + path)))
                .toList();
    }

    private void asRole(Matrix.Row row, CallerRole role, DeskVisitor visitor) {
        int status = asked(row, visitor);
        if (!row.roles().contains(role)) {
            expect(row, role.word(), status, 403);
        } else if (status == 401 || status == 403 || status >= 500) {
            wrong.add("%s by %s: %d".formatted(name(row), role.word(), status));
        }
        if (isForm(row)) {
            expect(
                    row,
                    role.word() + " without the form's token",
                    visitor.postBare(place(row), "").status(),
                    403);
        }
    }

    private void stranger(Matrix.Row row, DeskVisitor visitor) {
        var status = isForm(row)
                ? visitor.postBare(place(row), "").status()
                : visitor.bare(place(row)).status();
        expect(row, "no session", status, isForm(row) ? 401 : 303);
    }

    private static int asked(Matrix.Row row, DeskVisitor visitor) {
        return isForm(row)
                ? visitor.post(place(row), "").status()
                : visitor.get(place(row)).status();
    }

    private void expect(Matrix.Row row, String who, int answered, int status) {
        if (answered != status) {
            wrong.add("%s by %s: %d".formatted(name(row), who, answered));
        }
    }

    private static boolean isForm(Matrix.Row row) {
        return row.method().equals("POST");
    }

    private static String place(Matrix.Row row) {
        return VARIABLE.matcher(row.path().getPatternString())
                .replaceAll(UUID.randomUUID().toString());
    }

    private static String name(Matrix.Row row) {
        return row.method() + " " + row.path().getPatternString();
    }
}
