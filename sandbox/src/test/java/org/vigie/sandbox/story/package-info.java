/** Tests of the world's story. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox.story;
