/** What comes back by mail: bounces, complaints, automatic replies and people's answers. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.inbound;
