/** Cases and locations in, watermarks out. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.watch.messaging;
