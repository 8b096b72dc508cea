/** Items of ICCAM in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.iccam.persistence;
