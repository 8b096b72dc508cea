/** Tests of what the services share. */
@org.jspecify.annotations.NullMarked
package org.vigie.support;
