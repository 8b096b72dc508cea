/** Tests of messages on their way. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.webhook.http;
