package org.vigie.registry.provider;

class InMemoryProvidersTests implements ProvidersContract {

    private final Providers providers = new InMemoryProviders();

    @Override
    public Providers providers() {
        return providers;
    }
}
