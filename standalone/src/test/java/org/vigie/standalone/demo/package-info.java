/** Tests of the demo. */
@org.jspecify.annotations.NullMarked
package org.vigie.standalone.demo;
