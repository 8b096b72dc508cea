package org.vigie.notice.contact;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoFeedbacksTests implements FeedbacksContract {

    @Autowired
    private Feedbacks feedbacks;

    @Override
    public Feedbacks feedbacks() {
        return feedbacks;
    }
}
