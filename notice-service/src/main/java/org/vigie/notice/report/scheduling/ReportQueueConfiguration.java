package org.vigie.notice.report.scheduling;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.report.ApplyReport;
import org.vigie.notice.report.FollowUps;
import org.vigie.notice.report.NoteChanges;
import org.vigie.notice.report.ReportQueue;
import org.vigie.notice.report.ReportTurn;
import org.vigie.notice.report.Reports;
import org.vigie.notice.report.SettleReport;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** Applies every stored report and looks at partners', those included that a crash left behind. */
@Configuration(proxyBeanMethods = false)
class ReportQueueConfiguration {

    private static final int CONCURRENCY = 4;

    @Bean
    DueQueue<UUID> pendingReportsQueue(
            OneClock clock, Reports reports, ObjectProvider<ApplyReport> apply, ObjectProvider<SettleReport> settle) {
        return new DueQueue<>(
                "reports",
                clock,
                CONCURRENCY,
                () -> reports.pending().stream()
                        .collect(Collectors.toMap(ReportTurn::reportId, turn -> turn.due(clock.instant()))),
                reportId -> {
                    apply.getObject().apply(reportId);
                    settle.getObject().settle(reportId);
                });
    }

    @Bean
    DueQueue<UUID> dueFollowUps(OneClock clock, FollowUps followUps, ObjectProvider<NoteChanges> note) {
        return new DueQueue<>(
                "follow-ups",
                clock,
                CONCURRENCY,
                followUps::due,
                reportId -> note.getObject().look(reportId));
    }

    @Bean
    ReportQueue reportQueue(
            OneClock clock,
            @Qualifier("pendingReportsQueue") DueQueue<UUID> pendingReportsQueue,
            @Qualifier("dueFollowUps") DueQueue<UUID> dueFollowUps) {
        return new ReportQueue() {
            @Override
            public void apply(ReportTurn turn) {
                pendingReportsQueue.schedule(turn.reportId(), turn.due(clock.instant()));
            }

            @Override
            public void follow(UUID reportId, Instant due) {
                dueFollowUps.schedule(reportId, due);
            }
        };
    }
}
