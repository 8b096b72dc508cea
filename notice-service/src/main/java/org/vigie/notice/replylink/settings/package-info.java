/** Settings of reply links. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.replylink.settings;
