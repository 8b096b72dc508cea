package org.vigie.availability.watch;

/**
 * What it takes, beside the rule of its class, to call a removal confirmed now.
 *
 * @param identities of how many identities it must have been seen
 * @param vantages from how many vantages it must have been seen
 * @param frozen whether nothing may be called removed now, because too much turned bad at once
 */
record Confirmation(int identities, int vantages, boolean frozen) {

    /** The same, calling nothing removed. */
    Confirmation withheld() {
        return new Confirmation(identities, vantages, true);
    }
}
