/** Tests of the whole service. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice;
