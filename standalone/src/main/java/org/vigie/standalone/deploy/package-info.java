/** {@code ./vigie deploy check}: what an installation with deploy/compose still lacks, before anything starts. */
@org.jspecify.annotations.NullMarked
package org.vigie.standalone.deploy;
