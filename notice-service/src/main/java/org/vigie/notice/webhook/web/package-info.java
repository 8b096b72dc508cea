/** Webhooks over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.webhook.web;
