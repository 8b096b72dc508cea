/**
 * Keysets and what is stored: that they fit at a start, and sealing anew what keys sealed that are to be taken away.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.support.reseal;
