/** How people sign in to the desk, and out. */
@NullMarked
package org.vigie.notice.signin;

import org.jspecify.annotations.NullMarked;
