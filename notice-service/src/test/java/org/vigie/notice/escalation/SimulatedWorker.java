package org.vigie.notice.escalation;

import java.util.UUID;
import org.vigie.notice.dispatch.ComposeNotice;
import org.vigie.notice.dispatch.SendNotice;
import org.vigie.notice.removal.FollowContent;
import org.vigie.notice.report.ApplyReport;
import org.vigie.notice.report.SettleReport;

/** Does what is due, as the service's queues do. */
final class SimulatedWorker {

    private final ApplyReport apply;
    private final SettleReport takeBack;
    private final FollowContent tell;
    private final AdvanceCase advance;
    private final ComposeNotice compose;
    private final SendNotice send;

    SimulatedWorker(InMemoryService service) {
        apply = service.get(ApplyReport.class);
        takeBack = service.get(SettleReport.class);
        tell = service.get(FollowContent.class);
        advance = service.get(AdvanceCase.class);
        compose = service.get(ComposeNotice.class);
        send = service.get(SendNotice.class);
    }

    void does(DueWork.Due due) {
        switch (due.what()) {
            case REPORT -> {
                apply.apply((UUID) due.id());
                takeBack.settle((UUID) due.id());
            }
            case CONTENT -> tell.tell((String) due.id());
            case CASE -> advance.advance((UUID) due.id());
            case GATHERING -> compose.compose((String) due.id());
            case NOTICE -> send.send((UUID) due.id());
        }
    }
}
