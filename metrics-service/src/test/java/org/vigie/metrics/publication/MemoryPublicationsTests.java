package org.vigie.metrics.publication;

class MemoryPublicationsTests implements PublicationsContract {

    @Override
    public Publications publications() {
        return new MemoryPublications();
    }
}
