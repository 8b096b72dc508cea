/** Sessions of people, by Spring Security: OpenID Connect at the issuer, cookies and CSRF tokens here. */
@NullMarked
package org.vigie.notice.signin.web;

import org.jspecify.annotations.NullMarked;
