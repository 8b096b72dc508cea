package org.vigie.notice.inbound;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoMessagesTests implements MessagesContract {

    @Autowired
    private Messages messages;

    @Override
    public Messages messages() {
        return messages;
    }
}
