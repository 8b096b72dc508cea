package org.vigie.notice.desk.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.support.validation.InvalidField;

/** Takes reports in at the desk: one, or as many as were pasted. */
@RestController
@RequestMapping("/desk/intake")
class IntakeController {

    /** So that each form is answered within a second or two, and its body within the limit of all bodies. */
    private static final int MOST_LINES = 200;

    private static final int LONGEST = 20_000;

    private final Intake intake;
    private final DeskPages pages;

    IntakeController(Intake intake, DeskPages pages) {
        this.intake = intake;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> show(@ModelAttribute(binding = false) Visitor visitor) {
        return DeskAnswer.page(page(visitor, IntakeForm.EMPTY, List.of(), Map.of()));
    }

    /** Says of each line what would become of it; the page's script asks, too, as the lines are typed. */
    @PostMapping("/check")
    ResponseEntity<String> check(
            @ModelAttribute(binding = false) Visitor visitor, @RequestParam Map<String, String> fields) {
        var typed = new Typed(fields);
        try {
            return DeskAnswer.page(page(visitor, typed, intake.check(lines(typed)), Map.of()));
        } catch (InvalidField refused) {
            return refused(visitor, typed, refused);
        }
    }

    /** Files what can be; the lines that cannot stay in the form. */
    @PostMapping
    ResponseEntity<String> file(
            @ModelAttribute(binding = false) Visitor visitor, @RequestParam Map<String, String> fields) {
        var typed = new Typed(fields);
        try {
            typed.text("key");
            var rows = intake.file(lines(typed), typed, visitor);
            var filed = rows.stream().anyMatch(row -> row.what() == IntakeRow.What.FILED);
            return DeskAnswer.page(
                    filed ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                    page(visitor, left(typed, rows), rows, Map.of("filed", filed)));
        } catch (InvalidField refused) {
            return refused(visitor, typed, refused);
        }
    }

    private ResponseEntity<String> refused(Visitor visitor, Typed typed, InvalidField refused) {
        var field = refused.pointer().replaceFirst("^/", "");
        // Where reports are read the reason is in English, and there is one for each field.
        var why = refused.getMessage().matches("[a-z]+") ? refused.getMessage() : "address";
        return DeskAnswer.page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                page(visitor, typed, List.of(), Map.of("refused", "refused." + why, "field", field)));
    }

    private static List<PastedLine> lines(Typed typed) {
        if (typed.raw("lines").length() > LONGEST) {
            throw Typed.refused("lines", "lines");
        }
        var lines = PastedLine.of(typed.raw("lines"));
        if (lines.isEmpty()) {
            throw Typed.refused("lines", "needed");
        }
        if (lines.size() > MOST_LINES) {
            throw Typed.refused("lines", "lines");
        }
        return lines;
    }

    /** What is still to be done, with all else as it was chosen. */
    private static Typed left(Typed typed, List<IntakeRow> rows) {
        var fields = new HashMap<>(typed.fields());
        fields.put(
                "lines",
                rows.stream()
                        .filter(IntakeRow::isLeft)
                        .map(row -> row.line().text())
                        .collect(Collectors.joining("\n")));
        if (rows.stream().noneMatch(row -> row.what() == IntakeRow.What.NOT_NOW)) {
            fields.remove("key");
        }
        return new Typed(fields);
    }

    /** Nobody looks for what they have to mend below two hundred lines that are well. */
    private static List<IntakeRow> leftFirst(List<IntakeRow> rows) {
        return rows.stream().sorted(Comparator.comparing(row -> !row.isLeft())).toList();
    }

    private String page(Visitor visitor, Typed typed, List<IntakeRow> rows, Map<String, ?> answer) {
        var content = new HashMap<String, Object>(answer);
        content.put("form", "intake");
        content.put("typed", typed);
        content.put("key", typed.raw("key").isEmpty() ? UUID.randomUUID() : typed.raw("key"));
        content.put("rows", leftFirst(rows));
        content.put("counts", rows.stream().collect(Collectors.groupingBy(IntakeRow::what, Collectors.counting())));
        return pages.filled("intake", visitor, content);
    }
}
