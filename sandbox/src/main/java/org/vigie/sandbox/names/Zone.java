package org.vigie.sandbox.names;

import java.util.Optional;

/** Which names there are and where they lead now. */
public interface Zone {

    /** The IPv4 address of a name in lower case without trailing dot; absent if there is no such name. */
    Optional<String> address(String name);
}
