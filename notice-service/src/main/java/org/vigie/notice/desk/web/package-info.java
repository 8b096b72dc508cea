/** The pages of the desk. */
@NullMarked
package org.vigie.notice.desk.web;

import org.jspecify.annotations.NullMarked;
