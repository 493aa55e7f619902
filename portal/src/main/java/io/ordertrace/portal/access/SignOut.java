package io.ordertrace.portal.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Ends the session at the identity provider too. The portal's own session has ended before, whatever happens here. */
class SignOut implements LogoutSuccessHandler {

    private final OidcClientInitiatedLogoutSuccessHandler atProvider;

    SignOut(IdentityProvider provider) {
        atProvider = new OidcClientInitiatedLogoutSuccessHandler(provider);
        atProvider.setPostLogoutRedirectUri("{baseUrl}/");
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException, ServletException {
        try {
            atProvider.onLogoutSuccess(request, response, person);
        } catch (IdentityProviderUnavailable away) {
            response.sendRedirect("/");
        }
    }
}
