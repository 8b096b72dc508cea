/** Tests of {@code org.vigie.support.settings}. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.settings;
