package org.vigie.notice.dispatch;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoNoticesTests implements NoticesContract {

    @Autowired
    private Notices notices;

    @Override
    public Notices notices() {
        return notices;
    }
}
