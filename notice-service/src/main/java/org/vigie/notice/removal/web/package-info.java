/** Cases over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal.web;
