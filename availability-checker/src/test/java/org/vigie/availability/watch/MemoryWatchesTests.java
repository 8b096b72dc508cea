package org.vigie.availability.watch;

class MemoryWatchesTests implements WatchesContract {

    private final Watches watches = new MemoryWatches();

    @Override
    public Watches watches() {
        return watches;
    }
}
