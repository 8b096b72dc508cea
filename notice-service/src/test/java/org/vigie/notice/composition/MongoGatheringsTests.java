package org.vigie.notice.composition;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoGatheringsTests implements GatheringsContract {

    @Autowired
    private Gatherings gatherings;

    @Override
    public Gatherings gatherings() {
        return gatherings;
    }
}
