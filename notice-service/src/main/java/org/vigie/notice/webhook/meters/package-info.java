/** What Prometheus is told of webhooks. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.webhook.meters;
