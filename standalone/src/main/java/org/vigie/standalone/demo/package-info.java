/** {@code ./vigie demo}: the services in the sandbox's world, and the one who moves its clock. */
@org.jspecify.annotations.NullMarked
package org.vigie.standalone.demo;
