package org.vigie.registry.chain;

import java.net.InetAddress;
import java.util.List;
import org.vigie.events.provider.ChainSnapshot.Failure;

/** What the domain name system said of a host. Shows no address in its text form. */
public sealed interface NameAnswer {

    /**
     * The host has addresses.
     *
     * @param aliases canonical names passed on the way, lower case, without trailing dot
     * @param failures what was not answered beside it, such as one family of two
     */
    record Found(List<InetAddress> addresses, List<String> aliases, List<Failure> failures) implements NameAnswer {

        public Found {
            addresses = List.copyOf(addresses);
            aliases = List.copyOf(aliases);
            failures = List.copyOf(failures);
        }

        @Override
        public String toString() {
            return "Found[" + addresses.size() + "]";
        }
    }

    /** There is no such name. */
    record NoSuchName() implements NameAnswer {}

    /** The name has no address. */
    record NoAddress() implements NameAnswer {}

    /** Nobody answered: this says nothing of the name. */
    record NotAnswered(List<Failure> failures) implements NameAnswer {

        public NotAnswered {
            failures = List.copyOf(failures);
        }
    }

    /** The question was not asked: there is nothing to ask, or we are offline. */
    record NotAsked() implements NameAnswer {}
}
