package org.vigie.notice.contact;

class InMemoryFeedbacksTests implements FeedbacksContract {

    private final InMemoryFeedbacks feedbacks = new InMemoryFeedbacks();

    @Override
    public Feedbacks feedbacks() {
        return feedbacks;
    }
}
