/** What providers answer to notices. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.reply;
