/** Tests of the probe against servers of this machine. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.probe.http;
