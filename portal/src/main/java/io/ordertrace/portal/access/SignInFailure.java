package io.ordertrace.portal.access;

import io.ordertrace.portal.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.RestClientException;

/** Tells apart an identity provider that is away from one that said no, or a sign-in left lying too long. */
class SignInFailure implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailure.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("sign-in failed: {}", failure.getMessage());
        if (isOutage(failure)) {
            Problems.send(request, response, HttpStatus.SERVICE_UNAVAILABLE, "access.sign-in-unavailable");
        } else {
            Problems.send(request, response, HttpStatus.UNAUTHORIZED, "access.sign-in-refused");
        }
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IdentityProviderUnavailable
                    || cause instanceof RestClientException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
