/** Asking the domain name system, with an answer for every way in which it fails. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.dns;
