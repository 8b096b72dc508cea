package org.vigie.notice.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.removal.Unseen;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/** What ends a task: the call of this service or, where there is none, what a person does. */
public final class EndsBy {

    private EndsBy() {}

    /** In words for people, with the paths of the calls. */
    public static String inWords(Task task) {
        var because = task.because();
        return because == null
                ? of(task.kind(), task.taskId(), task.caseId(), task.noticeId())
                : Unseen.endsBy(because);
    }

    /**
     * What ends a task of the kind.
     *
     * @param noticeId the notice that the task is about; the words say where to find it if it is absent
     */
    public static String of(TaskKind kind, UUID taskId, @Nullable UUID caseId, @Nullable UUID noticeId) {
        var ofCase = "POST /v1/cases/%s/".formatted(caseId);
        var ofNotice = "POST /v1/notices/%s/".formatted(noticeId == null ? "{notice_id}" : noticeId);
        return switch (kind) {
            case NO_CONTACT ->
                "a contact that provider-registry is taught (POST /v1/providers, or POST /v1/providers/{id}/contacts)";
            case LOOK_BLOCKED -> ofCase + "observations";
            case HOLD_EXPIRY, HOLD_EXPIRES_SOON, HOLD_EXPIRED ->
                ofCase + "holds/{hold_id}/release, after a new hold if it is to go on";
            case WEB_FORM -> ofNotice + "submission";
            case UNCERTAIN_SEND -> ofNotice + "finding";
            case APPROVAL -> ofCase + "approvals";
            case COUNTRY_CLEARANCE -> ofCase + "clearances";
            case RETRACTION -> ofCase + "retraction, then by another person " + ofCase + "retraction/approval";
            case CLASSIFY -> ofCase + "classification";
            case DISPUTE -> ofCase + "dispute/decision";
            case MAIL ->
                "POST /v1/messages/{message_id}/reading for each of GET /v1/messages?waiting=true, or POST /v1/tasks/%s/done"
                        .formatted(taskId);
            case REPLY, ICCAM -> "POST /v1/tasks/%s/done".formatted(taskId);
            case SETTING_MISSING -> "the setting that the health names, and a new start";
        };
    }
}
