/** Tests of contacts' records, and the fakes of their ports. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.contact;
