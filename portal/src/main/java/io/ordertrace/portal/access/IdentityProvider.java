package io.ordertrace.portal.access;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The identity provider's addresses, asked from itself at the first sign-in and kept from then on. Until it answers, each
 * sign-in asks again; the portal starts and serves those who are signed in without it.
 */
class IdentityProvider implements ClientRegistrationRepository {

    static final String REGISTRATION = "keycloak";
    static final String SIGN_IN_PATH = "/oauth2/authorization/" + REGISTRATION;

    private final SignInSettings settings;
    private final RestClient http;
    private volatile @Nullable ClientRegistration known;

    IdentityProvider(SignInSettings settings, RestClient http) {
        this.settings = settings;
        this.http = http;
    }

    /** @throws IdentityProviderUnavailable when it has not answered yet and does not now */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!REGISTRATION.equals(registrationId)) {
            return null;
        }
        ClientRegistration registration = known;
        if (registration == null) {
            registration = discover();
            known = registration;
        }
        return registration;
    }

    private ClientRegistration discover() {
        String issuer = settings.issuer().toString();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            Map<String, Object> metadata = http.get()
                    .uri(URI.create(base + "/.well-known/openid-configuration"))
                    .retrieve()
                    .body(new ParameterizedTypeReference<>() {});
            if (metadata == null || !Objects.equals(metadata.get("issuer"), issuer)) {
                throw new IllegalArgumentException("its metadata names another issuer");
            }
            return registration(metadata);
        } catch (RestClientException | IllegalArgumentException e) {
            throw new IdentityProviderUnavailable(issuer, e);
        }
    }

    private ClientRegistration registration(Map<String, Object> metadata) {
        return ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .userNameAttributeName(settings.userClaim())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
