package org.vigie.registry.chain;

import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.Outdated;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;

/** Everything a resolution is decided by, beside the URL and what the name system said of it. */
public record Knowledge(
        NetworkBook book,
        AsTable asTable,
        PublicSuffixes suffixes,
        TestNetworks testNetworks,
        GlobalAddresses globalAddresses,
        Outdated outdated) {}
