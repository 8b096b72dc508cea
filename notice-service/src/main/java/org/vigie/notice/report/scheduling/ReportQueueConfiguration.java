package org.vigie.notice.report.scheduling;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.report.ApplyReport;
import org.vigie.notice.report.ReportQueue;
import org.vigie.notice.report.Reports;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** Applies every stored report, those included that a crash left behind. */
@Configuration(proxyBeanMethods = false)
class ReportQueueConfiguration {

    private static final int CONCURRENCY = 4;

    @Bean
    DueQueue<UUID> pendingReportsQueue(OneClock clock, Reports reports, ObjectProvider<ApplyReport> apply) {
        return new DueQueue<>(
                "reports",
                clock,
                CONCURRENCY,
                () -> reports.pending().stream().collect(Collectors.toMap(Function.identity(), _ -> clock.instant())),
                reportId -> apply.getObject().apply(reportId));
    }

    @Bean
    ReportQueue reportQueue(OneClock clock, @Qualifier("pendingReportsQueue") DueQueue<UUID> pendingReportsQueue) {
        return reportId -> pendingReportsQueue.schedule(reportId, clock.instant());
    }
}
