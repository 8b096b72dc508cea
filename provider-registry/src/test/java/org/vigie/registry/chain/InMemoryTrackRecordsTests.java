package org.vigie.registry.chain;

class InMemoryTrackRecordsTests implements TrackRecordsContract {

    private final TrackRecords trackRecords = new InMemoryTrackRecords();

    @Override
    public TrackRecords trackRecords() {
        return trackRecords;
    }
}
