package org.vigie.notice.dispatch;

class InMemoryNoticesTests implements NoticesContract {

    private final InMemoryNotices notices = new InMemoryNotices();

    @Override
    public Notices notices() {
        return notices;
    }
}
