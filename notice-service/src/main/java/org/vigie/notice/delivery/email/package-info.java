/** Mail to the organisation's relay by SMTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.delivery.email;
