/** One JVM that runs everything: the four services, their log and their store. */
@org.jspecify.annotations.NullMarked
package org.vigie.standalone;
