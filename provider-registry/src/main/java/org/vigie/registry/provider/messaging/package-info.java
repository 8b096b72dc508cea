/** What happened to mail sent to contacts, as it is read from its topic. */
@NullMarked
package org.vigie.registry.provider.messaging;

import org.jspecify.annotations.NullMarked;
