/** Classifications over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.classification.web;
