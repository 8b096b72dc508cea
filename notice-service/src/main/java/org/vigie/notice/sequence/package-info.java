/** Reference numbers without gaps in meaning: each is given once. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.sequence;
