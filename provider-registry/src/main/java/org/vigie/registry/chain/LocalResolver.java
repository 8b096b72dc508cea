package org.vigie.registry.chain;

import org.vigie.url.Host;
import org.vigie.url.WebUrl;

/** Resolves by knowledge at hand, without a store and without track records. */
public final class LocalResolver {

    private final Knowledge knowledge;
    private final HostNames hostNames;

    /**
     * A resolver for one piece of knowledge.
     *
     * @param hostNames asked only online
     */
    public LocalResolver(Knowledge knowledge, HostNames hostNames) {
        this.knowledge = knowledge;
        this.hostNames = hostNames;
    }

    /**
     * Resolves a URL.
     *
     * @param online whether the name system may be asked
     */
    public Resolution resolve(WebUrl url, boolean online) {
        var resolver = new ChainResolver(knowledge);
        var answer = online && url.host() instanceof Host.Domain name && resolver.worthAsking(name)
                ? hostNames.ask(name)
                : new NameAnswer.NotAsked();
        var chain = resolver.resolve(url.host(), answer);
        return Resolution.of(chain, Ranking.of(chain, knowledge.book(), _ -> Responsiveness.UNKNOWN), knowledge.book());
    }
}
