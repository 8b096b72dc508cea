package org.vigie.notice.composition;

class InMemoryGatheringsTests implements GatheringsContract {

    private final InMemoryGatherings gatherings = new InMemoryGatherings();

    @Override
    public Gatherings gatherings() {
        return gatherings;
    }
}
