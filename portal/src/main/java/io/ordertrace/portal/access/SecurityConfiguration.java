package io.ordertrace.portal.access;

import static io.ordertrace.portal.access.Authority.ACCESS_MANAGE;
import static io.ordertrace.portal.access.Authority.JAEGER_VIEW;
import static io.ordertrace.portal.access.Authority.ORDERS_VIEW;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which address needs what. An address that is not listed here is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String SESSION_COOKIE = "ORDERTRACE_SESSION";

    private final SignInSettings signIn;
    private final IdentityProvider provider;

    SecurityConfiguration(SignInSettings signIn, IdentityProvider provider) {
        this.signIn = signIn;
        this.provider = provider;
    }

    /** Health, on the management port only: the matcher does not know these addresses on the user port. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Styles, scripts and pictures: for everybody, without a session, kept by browsers. */
    @Bean
    @Order(2)
    SecurityFilterChain assets(HttpSecurity http) {
        return http.securityMatcher("/css/**", "/js/**", "/img/**", "/webjars/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(this::headers)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browser(HttpSecurity http, RoleGrants grants) {
        MissingSession missingSession = new MissingSession();
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/", "/orders", "/orders/**", "/traces/**", "/api/v1/orders", "/api/v1/orders/**")
                        .hasAuthority(ORDERS_VIEW.name())
                        .requestMatchers("/jaeger", "/jaeger/**")
                        .hasAuthority(JAEGER_VIEW.name())
                        .requestMatchers("/access", "/access/**")
                        .hasAuthority(ACCESS_MANAGE.name())
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new GrantedAuthoritiesFilter(grants), AuthorizationFilter.class)
                .oauth2Login(this::signIn)
                .logout(logout ->
                        logout.logoutSuccessHandler(new SignOut(provider)).deleteCookies(SESSION_COOKIE))
                .requestCache(cache -> cache.requestCache(new AskedPages()))
                .csrf(csrf -> csrf.ignoringRequestMatchers(new JaegerUiPosts()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(missingSession)
                        .accessDeniedHandler(new NoAccess(missingSession)))
                .headers(this::headers)
                .build();
    }

    private void signIn(OAuth2LoginConfigurer<HttpSecurity> login) {
        SignInFailure failure = new SignInFailure();
        login.loginPage(IdentityProvider.SIGN_IN_PATH)
                .failureHandler(failure)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(failure);
                        return filter;
                    }
                });
    }

    /** A policy that an answer brings along, as Jaeger UI's does, stands. */
    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'; img-src 'self' data:; "
                        + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
                        // A form may lead to the identity provider: signing out does, and so does a lost session.
                        + "form-action 'self' " + signIn.origin()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
