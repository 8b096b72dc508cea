package org.vigie.notice.desk.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vigie.notice.desk.ShowCase;
import org.vigie.notice.desk.WorkList;
import org.vigie.notice.desk.web.CasePage.EventRow;
import org.vigie.notice.desk.web.CasePage.TaskLine;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.Person;

/** A case on one screen, with the forms that are the visitor's to send. */
@Component
class CaseScreen {

    private final ShowCase cases;
    private final WorkList list;
    private final Naming names;
    private final DeskPages pages;

    CaseScreen(ShowCase cases, WorkList list, Naming names, DeskPages pages) {
        this.cases = cases;
        this.list = list;
        this.names = names;
        this.pages = pages;
    }

    /** Says so if there is no such case. */
    ResponseEntity<String> show(Visitor visitor, UUID caseId, CaseMoment moment) {
        return cases.of(caseId)
                .map(shown -> DeskAnswer.page(moment.status(), filled(visitor, shown, moment)))
                .orElseGet(() -> pages.notFound(visitor));
    }

    private String filled(Visitor visitor, ShowCase.Shown shown, CaseMoment moment) {
        var tasks = shown.tasks().stream().map(task -> line(task, visitor)).toList();
        var page = CasePage.of(shown, tasks, names, visitor.now());
        var content = new HashMap<String, Object>();
        content.put("page", page);
        content.put(
                "form",
                Objects.requireNonNullElseGet(
                        moment.form(), () -> first(page, moment.errand().task())));
        content.put("typed", moment.typed());
        content.put(
                "key",
                moment.typed().raw("key").isEmpty()
                        ? UUID.randomUUID()
                        : moment.typed().raw("key"));
        content.put("to", to(shown));
        content.put(
                "changed",
                moment.changed().stream().map(told -> EventRow.of(told, names)).toList());
        put(content, "said", moment.said());
        put(content, "refused", moment.refused());
        put(content, "field", moment.field());
        put(content, "exact", moment.exact());
        content.put("errand", moment.errand());
        return pages.filled("case", visitor, content);
    }

    private static void put(Map<String, Object> content, String name, @Nullable Object value) {
        Optional.ofNullable(value).ifPresent(one -> content.put(name, one));
    }

    private String to(ShowCase.Shown shown) {
        var addressee = shown.known().route().addressee();
        return addressee == null ? "" : names.of(addressee.providerId());
    }

    private TaskLine line(Task task, Visitor visitor) {
        var free = list.isFree(task);
        var holder =
                free || task.owner() == null ? null : Person.read(task.owner()).name();
        return new TaskLine(task, holder, list.isOf(task, visitor.person()), free);
    }

    /** The form that stands open: that of the task which brought the visitor here, or of the first that is theirs. */
    private static String first(CasePage page, @Nullable UUID task) {
        return page.tasks().stream()
                .filter(line -> line.task().taskId().equals(task))
                .findFirst()
                .or(() -> page.tasks().stream().filter(TaskLine::mine).findFirst())
                .map(line -> form(line.task().kind(), page))
                .orElse("");
    }

    private static String form(TaskKind kind, CasePage page) {
        return switch (kind) {
            case LOOK_BLOCKED -> "observation";
            case HOLD_EXPIRY, HOLD_EXPIRES_SOON, HOLD_EXPIRED -> release(page.holds());
            case APPROVAL -> "approval";
            case COUNTRY_CLEARANCE -> "clearance";
            case RETRACTION -> page.retraction() == null ? "retraction" : "agreement";
            case CLASSIFY -> "classification";
            case DISPUTE -> "dispute";
            case NO_CONTACT, WEB_FORM, UNCERTAIN_SEND, REPLY, MAIL, SETTING_MISSING, ICCAM -> "";
        };
    }

    /** The hold that ends first. */
    private static String release(List<CasePage.HoldRow> holds) {
        return holds.stream()
                .min(Comparator.comparing(CasePage.HoldRow::expiresAt))
                .map(hold -> "release-" + hold.holdId())
                .orElse("");
    }
}
