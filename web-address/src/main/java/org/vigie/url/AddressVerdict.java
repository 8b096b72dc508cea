package org.vigie.url;

/** Whether one may connect to an address. */
public sealed interface AddressVerdict {

    /** The address is global unicast, or lies in a test network. */
    record Public() implements AddressVerdict {}

    /**
     * The address leads into a private, local, reserved or translated network.
     *
     * @param because the range it lies in, in CIDR form, or a few words; never the address
     */
    record NotPublic(String because) implements AddressVerdict {}
}
