/** Tests of asking the domain name system. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.dns;
