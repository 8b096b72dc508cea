@NullMarked
package org.vigie.notice.replylink.settings;

import org.jspecify.annotations.NullMarked;
