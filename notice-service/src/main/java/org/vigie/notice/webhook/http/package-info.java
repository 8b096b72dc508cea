/** Messages on their way to partners, signed. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.webhook.http;
