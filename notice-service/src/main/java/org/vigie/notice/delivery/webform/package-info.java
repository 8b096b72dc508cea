/** Web forms that people fill in. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.delivery.webform;
