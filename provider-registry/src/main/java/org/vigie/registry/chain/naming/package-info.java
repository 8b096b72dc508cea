/** Names asked for in the domain name system. */
@NullMarked
package org.vigie.registry.chain.naming;

import org.jspecify.annotations.NullMarked;
