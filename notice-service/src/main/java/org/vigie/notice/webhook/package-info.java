/** Webhooks: partners are told of further steps of their reports, at a URL of theirs. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.webhook;
