@NullMarked
package org.vigie.notice.desk.web;

import org.jspecify.annotations.NullMarked;
