/** Who serves a URL, who can take it down, and why we think so. */
@NullMarked
package org.vigie.registry.chain;

import org.jspecify.annotations.NullMarked;
