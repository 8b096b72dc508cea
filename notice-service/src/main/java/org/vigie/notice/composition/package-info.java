/** What notices say: wishes gathered for one contact, the parts of cases, the letter. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.composition;
