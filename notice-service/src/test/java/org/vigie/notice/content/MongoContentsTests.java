package org.vigie.notice.content;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoContentsTests implements ContentsContract {

    @Autowired
    private Contents contents;

    @Override
    public Contents contents() {
        return contents;
    }
}
