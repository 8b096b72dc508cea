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
        return new StoreIndex(
                ReportDocument.class,
                new Index("applied", Sort.Direction.ASC).on("urlToken", Sort.Direction.ASC),
                "the scan for reports to apply, and those of one URL together");
    }

    @Bean
    StoreFill reportsWithoutPartnerToken(MongoReports reports) {
        return new StoreFill("reports.partnerToken", ReportDocument.class, reports::fillPartnerToken);
    }

    @Bean
    StoreIndex reportsOfPartners() {
        return new StoreIndex(
                ReportDocument.class,
                new Index("partnerToken", Sort.Direction.ASC).on("_id", Sort.Direction.ASC),
                "reports by a partner's reference");
    }

    @Bean
    StoreIndex reportsByReceipt() {
        return new StoreIndex(
                ReportDocument.class, new Index("receivedAt", Sort.Direction.ASC), "reports received since");
    }

    @Bean
    StoreIndex reportsOfCases() {
        return new StoreIndex(
                ReportDocument.class,
                new Index("caseId", Sort.Direction.ASC).on("_id", Sort.Direction.ASC),
                "the reports of a case");
    }

    @Bean
    StoreIndex reportReferencesIndex() {
        return new StoreIndex(
                ReportDocument.class,
                new Index("reference", Sort.Direction.ASC).unique(),
                "search by a report's reference");
    }
}
