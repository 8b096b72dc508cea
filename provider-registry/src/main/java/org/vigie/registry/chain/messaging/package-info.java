/** Cases, locations, targetings and providers as they are read from their topics. */
@NullMarked
package org.vigie.registry.chain.messaging;

import org.jspecify.annotations.NullMarked;
