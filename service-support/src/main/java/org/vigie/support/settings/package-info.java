/** What an operator sets for all services. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.settings;
