package org.vigie.notice.oversight;

/** The kill switch in memory keeps the contract. */
class InMemoryStopsTests implements StopsContract {

    private final Stops stops = new InMemoryStops();

    @Override
    public Stops stops() {
        return stops;
    }
}
