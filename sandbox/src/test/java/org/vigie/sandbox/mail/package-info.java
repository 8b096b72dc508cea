/** Tests of the world's mail. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox.mail;
