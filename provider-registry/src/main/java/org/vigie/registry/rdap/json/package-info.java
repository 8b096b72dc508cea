/** Registry answers and bootstrap files as JSON. */
@NullMarked
package org.vigie.registry.rdap.json;

import org.jspecify.annotations.NullMarked;
