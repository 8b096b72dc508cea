/** Shows how far the erasure is. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.retention.meters;
