/** Keys over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.apikey.web;
