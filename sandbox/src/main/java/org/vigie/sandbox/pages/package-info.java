/** The world's web servers. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox.pages;
