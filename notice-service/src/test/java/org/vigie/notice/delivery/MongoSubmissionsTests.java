package org.vigie.notice.delivery;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoSubmissionsTests implements SubmissionsContract {

    @Autowired
    private Submissions submissions;

    @Override
    public Submissions submissions() {
        return submissions;
    }
}
