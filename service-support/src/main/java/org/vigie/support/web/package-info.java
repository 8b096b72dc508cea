/** What every HTTP interface here has in common: the token, the limits, the problems. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.web;
