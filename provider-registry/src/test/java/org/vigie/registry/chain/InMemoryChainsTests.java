package org.vigie.registry.chain;

class InMemoryChainsTests implements ChainsContract {

    private final Chains chains = new InMemoryChains();

    @Override
    public Chains chains() {
        return chains;
    }
}
