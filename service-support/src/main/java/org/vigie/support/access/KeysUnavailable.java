package org.vigie.support.access;

import org.springframework.security.core.AuthenticationException;

/** The store of keys does not answer, so nobody knows whether the key is good; asking again later helps. */
public final class KeysUnavailable extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    KeysUnavailable(Throwable cause) {
        super("the store of keys does not answer", cause);
    }
}
