package org.vigie.support.access;

import org.springframework.security.core.AuthenticationException;

/** The issuer cannot be asked now, so nobody knows whether the token is good; asking again later helps. */
public final class IssuerSilent extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    public IssuerSilent(Throwable cause) {
        super("the issuer does not answer", cause);
    }
}
