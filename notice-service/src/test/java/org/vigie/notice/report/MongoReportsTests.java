package org.vigie.notice.report;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoReportsTests implements ReportsContract {

    @Autowired
    private Reports reports;

    @Override
    public Reports reports() {
        return reports;
    }
}
