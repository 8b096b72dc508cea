package org.vigie.registry.chain;

class InMemoryPendingResolutionsTests implements PendingResolutionsContract {

    private final PendingResolutions pending = new InMemoryPendingResolutions();

    @Override
    public PendingResolutions pending() {
        return pending;
    }
}
