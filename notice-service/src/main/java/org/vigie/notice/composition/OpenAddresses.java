package org.vigie.notice.composition;

import java.util.Optional;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.notice.message.HostAddresses;

/** Opens where a chain's host led. */
public interface OpenAddresses {

    /** Empty where none was found, or what is there cannot be opened. */
    Optional<HostAddresses> of(ChainSnapshot chain);
}
