/** What registries say of networks, systems and names (RFC 9082, RFC 9083). */
@NullMarked
package org.vigie.registry.rdap;

import org.jspecify.annotations.NullMarked;
