package io.ordertrace.portal.access;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The identity provider gave no usable answer. */
class IdentityProviderUnavailable extends AuthenticationServiceException {

    IdentityProviderUnavailable(String issuer, Throwable cause) {
        super("no usable answer from the identity provider " + issuer + ": " + cause.getMessage(), cause);
    }
}
