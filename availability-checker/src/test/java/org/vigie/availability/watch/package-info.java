/** Tests of watches: tables, machines, and twenty thousand simulated lives. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.watch;
