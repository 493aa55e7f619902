package io.ordertrace.portal.access;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the portal talks to the identity provider; every call has a time limit. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, AccessSettings.class})
class SignInConfiguration {

    private final SignInSettings settings;

    SignInConfiguration(SignInSettings settings) {
        this.settings = settings;
    }

    @Bean
    IdentityProvider identityProvider() {
        return new IdentityProvider(
                settings, RestClient.builder().requestFactory(requests()).build());
    }

    @Bean
    RestClientAuthorizationCodeTokenResponseClient tokens() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests())
                .configureMessageConverters(converters ->
                        converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** Spring Security's own factory waits half a second for the keys, which a busy identity provider can exceed. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
        Function<ClientRegistration, JwtDecoder> decoder = registration -> {
            NimbusJwtDecoder made = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(
                            registration.getProviderDetails().getJwkSetUri()))
                    .restOperations(new RestTemplate(requests()))
                    .build();
            made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
            return made;
        };
        return registration ->
                decoders.computeIfAbsent(registration.getRegistrationId(), id -> decoder.apply(registration));
    }

    /** Takes from the token who the person is and nothing else. */
    @Bean
    OAuth2UserService<OidcUserRequest, OidcUser> people() {
        return request -> {
            String claim = settings.userClaim();
            try {
                new UserName(Objects.requireNonNullElse(request.getIdToken().getClaimAsString(claim), ""));
                return new DefaultOidcUser(null, request.getIdToken(), null, claim);
            } catch (IllegalArgumentException unnamed) {
                throw new OAuth2AuthenticationException(
                        new OAuth2Error("invalid_user_name"),
                        "the ID token names nobody: " + unnamed.getMessage(),
                        unnamed);
            }
        };
    }

    private ClientHttpRequestFactory requests() {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        factory.setReadTimeout(settings.timeout());
        return factory;
    }
}
