/** Tests of how people sign in. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.signin.web;
