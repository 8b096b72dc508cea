/** What a notice says: the facts it is made of and the message rendered from them. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.message;
