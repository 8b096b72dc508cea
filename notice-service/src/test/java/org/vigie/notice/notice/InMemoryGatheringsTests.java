package org.vigie.notice.notice;

class InMemoryGatheringsTests implements GatheringsContract {

    private final InMemoryGatherings gatherings = new InMemoryGatherings();

    @Override
    public Gatherings gatherings() {
        return gatherings;
    }
}
