/** When messages are sent, and what operators see of it. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.webhook.scheduling;
