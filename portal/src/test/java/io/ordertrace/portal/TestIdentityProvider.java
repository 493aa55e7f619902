package io.ordertrace.portal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An OpenID provider that lets everybody in as whom the test says, keeps the rules of the authorization code grant with
 * PKCE, and can be switched off.
 */
public final class TestIdentityProvider implements AutoCloseable {

    public static final String CLIENT = "order-trace-portal";
    public static final String SECRET = "known only to this test";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile @Nullable String person;
    private volatile boolean away;

    private TestIdentityProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
    }

    public static TestIdentityProvider start() {
        TestIdentityProvider provider = new TestIdentityProvider();
        provider.server.start();
        return provider;
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/test";
    }

    /** Whom the next sign-in is; null refuses it, as a person who clicks "cancel". */
    public void signInAs(@Nullable String userName) {
        person = userName;
    }

    /** Answers 503 to everything from now on, or again as usual. */
    public void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replace("/realms/test", "");
        if (away) {
            send(exchange, 503, "away");
            return;
        }
        switch (path) {
            case "/.well-known/openid-configuration" -> send(exchange, 200, metadata());
            case "/auth" -> authorize(exchange);
            case "/token" -> token(exchange);
            case "/certs" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            default -> send(exchange, 404, "{}");
        }
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/certs", "end_session_endpoint": "%1$s/logout",
                 "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"]}""".formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        UriComponentsBuilder back = UriComponentsBuilder.fromUriString(asked.getOrDefault("redirect_uri", ""))
                .queryParam("state", "{state}");
        String name = person;
        if (name == null) {
            back.queryParam("error", "access_denied");
        } else {
            asked.put("person", name);
            String code = "code-" + codes.size();
            codes.put(code, asked);
            back.queryParam("code", code);
        }
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        back.encode().buildAndExpand(asked.get("state")).toUriString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> given = parameters(body);
        Map<String, String> asked = codes.remove(given.getOrDefault("code", ""));
        boolean confidential = exchange.getRequestHeaders().getFirst("Authorization") != null;
        if (asked == null || !confidential || !s256(given.get("code_verifier")).equals(asked.get("code_challenge"))) {
            send(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        send(exchange, 200, """
                {"access_token": "opaque", "token_type": "Bearer", "expires_in": 300, "scope": "openid profile",
                 "id_token": "%s"}""".formatted(idToken(asked)));
    }

    private String idToken(Map<String, String> asked) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("id-of-" + asked.get("person"))
                .audience(CLIENT)
                .claim("nonce", asked.get("nonce"))
                .claim("preferred_username", asked.get("person"))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String s256(@Nullable String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new ConcurrentHashMap<>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> parameters.put(
                        name, java.net.URLDecoder.decode(String.valueOf(value), StandardCharsets.UTF_8)));
        return parameters;
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
