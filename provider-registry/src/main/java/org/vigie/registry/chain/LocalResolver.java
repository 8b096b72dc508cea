package org.vigie.registry.chain;

import org.vigie.url.WebUrl;

/** Resolves by knowledge at hand, without a store and without track records. */
public final class LocalResolver {

    private final Knowledge knowledge;
    private final HostNames hostNames;
    private final Registries registries;

    /**
     * A resolver for one piece of knowledge.
     *
     * @param hostNames asked only online, as are registries
     */
    public LocalResolver(Knowledge knowledge, HostNames hostNames, Registries registries) {
        this.knowledge = knowledge;
        this.hostNames = hostNames;
        this.registries = registries;
    }

    /**
     * Resolves a URL.
     *
     * @param online whether the name system and registries may be asked
     */
    public Resolution resolve(WebUrl url, boolean online) {
        var chain = new Investigation(knowledge, hostNames, registries).chain(url, online);
        return Resolution.of(chain, Ranking.of(chain, knowledge.book(), _ -> Responsiveness.UNKNOWN), knowledge);
    }
}
