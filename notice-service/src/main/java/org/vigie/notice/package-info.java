/** Reports, removal cases, notices and what became of them. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice;
