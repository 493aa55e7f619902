package io.ordertrace.portal.jaegerui;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What passes between a browser and Jaeger. Both directions are lists of what may pass: no cookie, no credential and no
 * header of one connection ever does, whatever it is called.
 */
class JaegerHeaders {

    private static final Set<String> TO_JAEGER = anyCase(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.RANGE);

    private static final Set<String> TO_BROWSER = anyCase(
            HttpHeaders.ACCEPT_RANGES,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CONTENT_RANGE,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.EXPIRES,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.LOCATION,
            HttpHeaders.VARY);

    /**
     * Jaeger UI has scripts and styles inside its page, draws graphs with code compiled at run time, starts workers from
     * blobs and sets its own base address. It still loads nothing from, and sends nothing to, any other host.
     */
    static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final JaegerUiSettings settings;

    JaegerHeaders(JaegerUiSettings settings) {
        this.settings = settings;
    }

    ServerRequest toJaeger(ServerRequest request) {
        return ServerRequest.from(request)
                .headers(keepOnly(TO_JAEGER))
                .headers(this::addCredential)
                .build();
    }

    /** @throws CredentialRefused when Jaeger asks who the portal is */
    ServerResponse toBrowser(ServerResponse response) {
        if (response.statusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            throw new CredentialRefused();
        }
        HttpHeaders headers = response.headers();
        keepOnly(TO_BROWSER).accept(headers);
        String location = headers.getFirst(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, withoutJaegersHost(location));
        }
        headers.set("Content-Security-Policy", POLICY);
        return response;
    }

    private void addCredential(HttpHeaders headers) {
        if (!settings.user().isEmpty()) {
            headers.setBasicAuth(settings.user(), settings.password());
        }
    }

    private String withoutJaegersHost(String location) {
        String origin = settings.url().getScheme() + "://" + settings.url().getRawAuthority();
        return location.startsWith(origin + "/") ? location.substring(origin.length()) : location;
    }

    private static Consumer<HttpHeaders> keepOnly(Set<String> names) {
        return headers -> headers.headerNames().stream()
                .filter(name -> !names.contains(name))
                .toList()
                .forEach(headers::remove);
    }

    private static Set<String> anyCase(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
