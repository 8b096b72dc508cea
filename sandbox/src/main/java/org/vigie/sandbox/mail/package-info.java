/** The world's mail: a relay and a mailbox per provider, kept on disk before the relay says 250. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox.mail;
