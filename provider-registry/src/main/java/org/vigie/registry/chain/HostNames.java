package org.vigie.registry.chain;

import org.vigie.url.Host;

/** Asks the domain name system. */
public interface HostNames {

    /** Asks for both families; never throws for what the network or a resolver does. */
    NameAnswer ask(Host.Domain name);
}
