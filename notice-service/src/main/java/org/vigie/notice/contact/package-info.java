/** What became of the mail sent to each contact. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.contact;
