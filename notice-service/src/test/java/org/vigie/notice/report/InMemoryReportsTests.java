package org.vigie.notice.report;

class InMemoryReportsTests implements ReportsContract {

    private final InMemoryReports reports = new InMemoryReports();

    @Override
    public Reports reports() {
        return reports;
    }
}
