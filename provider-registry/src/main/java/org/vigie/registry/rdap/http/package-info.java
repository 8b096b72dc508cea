/** Registries over HTTPS. */
@NullMarked
package org.vigie.registry.rdap.http;

import org.jspecify.annotations.NullMarked;
