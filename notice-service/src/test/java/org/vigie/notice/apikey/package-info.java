/** Keys, tried. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.apikey;
