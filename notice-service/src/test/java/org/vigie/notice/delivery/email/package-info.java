/** The mail channel against servers that behave and servers that do not. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.delivery.email;
