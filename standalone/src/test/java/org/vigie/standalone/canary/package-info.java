/** Finding planted words in whatever was written, however it was written. */
@org.jspecify.annotations.NullMarked
package org.vigie.standalone.canary;
