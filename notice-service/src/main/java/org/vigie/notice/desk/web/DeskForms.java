package org.vigie.notice.desk.web;

import org.vigie.notice.task.TaskKind;

/** Where forms of the desk are sent, as the roles are asked about them. */
final class DeskForms {

    private static final String DONE = "/desk/tasks/{taskId}/done";

    private DeskForms() {}

    /** Whether that form stands on the page of the notice that the task is about. */
    static boolean isOfNotice(TaskKind kind) {
        return kind == TaskKind.WEB_FORM || kind == TaskKind.UNCERTAIN_SEND;
    }

    /** The form that ends a task of the kind, or the one by which a person says that it is done. */
    static String ending(TaskKind kind) {
        return switch (kind) {
            case LOOK_BLOCKED -> "/desk/cases/{caseId}/observations";
            case HOLD_EXPIRY, HOLD_EXPIRES_SOON, HOLD_EXPIRED -> "/desk/cases/{caseId}/holds/{holdId}/release";
            case WEB_FORM -> "/desk/notices/{noticeId}/submission";
            case UNCERTAIN_SEND -> "/desk/notices/{noticeId}/finding";
            case APPROVAL -> "/desk/cases/{caseId}/approvals";
            case COUNTRY_CLEARANCE -> "/desk/cases/{caseId}/clearances";
            case RETRACTION -> "/desk/cases/{caseId}/retraction";
            case CLASSIFY -> "/desk/cases/{caseId}/classification";
            case DISPUTE -> "/desk/cases/{caseId}/dispute";
            case REPLY -> "/desk/notices/{noticeId}/reply";
            case MAIL -> "/desk/messages/{messageId}/reading";
            case NO_CONTACT, SETTING_MISSING, ICCAM -> DONE;
        };
    }
}
