/** The registry's commands of {@code ./vigie}, which need no service to run. */
@org.jspecify.annotations.NullMarked
package org.vigie.registry.cli;
