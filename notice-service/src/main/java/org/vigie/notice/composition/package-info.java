/** What notices say: wishes gathered for one contact, the parts of cases, the letter. */
@NullMarked
package org.vigie.notice.composition;

import org.jspecify.annotations.NullMarked;
