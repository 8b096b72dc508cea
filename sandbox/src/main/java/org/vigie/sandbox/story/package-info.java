/** Who lives in the world and what happens there: a pure function of the script, the mails received and the time. */
@org.jspecify.annotations.NullMarked
package org.vigie.sandbox.story;
