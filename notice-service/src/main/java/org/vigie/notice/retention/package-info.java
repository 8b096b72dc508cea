/** Erases cases whose time is over. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.retention;
