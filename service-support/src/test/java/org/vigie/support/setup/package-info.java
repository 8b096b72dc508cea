@org.jspecify.annotations.NullMarked
package org.vigie.support.setup;
