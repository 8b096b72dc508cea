/** Webhooks in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.webhook.persistence;
