/** Verifies DKIM signatures with Apache jDKIM. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.inbound.dkim;
