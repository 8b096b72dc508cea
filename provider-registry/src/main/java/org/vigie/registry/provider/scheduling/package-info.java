/** What is done for providers when time has passed. */
@NullMarked
package org.vigie.registry.provider.scheduling;

import org.jspecify.annotations.NullMarked;
