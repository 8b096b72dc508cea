package org.vigie.notice.report.persistence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.vigie.support.store.StoreFill;
import org.vigie.support.store.StoreIndex;

/** Indexes of reports. */
@Configuration(proxyBeanMethods = false)
class ReportStoreConfiguration {

    @Bean
    StoreIndex pendingReports() {
        return StoreIndex.by(
                ReportDocument.class,
                "the scan for reports to apply, and those of one URL together",
                "applied",
                "urlToken");
    }

    @Bean
    StoreIndex pendingReportsInTurn() {
        return StoreIndex.by(
                ReportDocument.class, "reports to apply that came alone, and those of batches", "applied", "batched");
    }

    @Bean
    StoreFill reportsWithoutPartnerToken(MongoReports reports) {
        return new StoreFill("reports.partnerToken", ReportDocument.class, reports::fillPartnerToken);
    }

    @Bean
    StoreFill reportsNobodyWasToldOf(MongoFollowUps followUps) {
        return new StoreFill("reports.due", ReportDocument.class, followUps::fillDue);
    }

    @Bean
    StoreIndex reportsToLookAt() {
        return new StoreIndex(
                ReportDocument.class,
                new Index("due", Sort.Direction.ASC).sparse(),
                "the scan for reports to look at for their partners");
    }

    @Bean
    StoreIndex changesInOrder() {
        return new StoreIndex(
                ChangeDocument.class,
                new Index("origin", Sort.Direction.ASC)
                        .on("number", Sort.Direction.ASC)
                        .unique(),
                "each origin's changes in their order, without a gap");
    }

    @Bean
    StoreIndex changesOfReports() {
        return StoreIndex.by(ChangeDocument.class, "the changes of a report in their order", "reportId", "number");
    }

    @Bean
    StoreIndex reportsOfPartners() {
        return StoreIndex.by(ReportDocument.class, "reports by a partner's reference", "partnerToken", "_id");
    }

    @Bean
    StoreIndex reportsOfOrigins() {
        return StoreIndex.by(ReportDocument.class, "a partner's reports", "origin", "_id");
    }

    @Bean
    StoreIndex reportsByReceipt() {
        return StoreIndex.by(ReportDocument.class, "reports received since", "receivedAt");
    }

    @Bean
    StoreIndex reportsOfCases() {
        return StoreIndex.by(ReportDocument.class, "the reports of a case", "caseId", "_id");
    }

    @Bean
    StoreIndex reportReferencesIndex() {
        return new StoreIndex(
                ReportDocument.class,
                new Index("reference", Sort.Direction.ASC).unique(),
                "search by a report's reference");
    }
}
