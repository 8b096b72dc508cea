package org.vigie.notice.oversight;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoStopsTests implements StopsContract {

    @Autowired
    private Stops stops;

    @Override
    public Stops stops() {
        return stops;
    }
}
