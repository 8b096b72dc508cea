/** Tests of the check before an installation starts. */
@org.jspecify.annotations.NullMarked
package org.vigie.standalone.deploy;
