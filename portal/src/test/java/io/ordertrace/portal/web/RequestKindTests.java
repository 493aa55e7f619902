package io.ordertrace.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestKindTests {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            PAGE     | /orders/1         | -                                 | -
            PAGE     | /orders/1         | */*                               | -
            PAGE     | /orders/1         | text/html,application/json;q=0.9  | -
            PAGE     | /orders/1         | this is no media type             | -
            DATA     | /orders/1         | application/json                  | -
            DATA     | /orders/1         | application/problem+json          | -
            DATA     | /orders/1         | text/event-stream                 | -
            DATA     | /orders/1         | */*                               | Sec-Fetch-Dest: empty
            DATA     | /favicon.ico      | image/avif,*/*                    | Sec-Fetch-Dest: image
            PAGE     | /orders/1         | text/html                         | Sec-Fetch-Dest: document
            DATA     | /orders/1         | text/html                         | X-Requested-With: XMLHttpRequest
            DATA     | /api/v1/orders/1  | text/html                         | -
            DATA     | /jaeger/api/traces| */*                               | -
            PAGE     | /jaeger/trace/1   | */*                               | -
            FRAGMENT | /orders/1         | */*                               | HX-Request: true
            """)
    void tellsPagesFromFragmentsAndData(
            RequestKind kind, String path, @Nullable String accept, @Nullable String header) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        if (header != null) {
            request.addHeader(header.split(": ")[0], header.split(": ")[1]);
        }

        assertThat(RequestKind.of(request)).isEqualTo(kind);
    }

    @Test
    void countsABoostedLinkAsAPage() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders/1");
        request.addHeader("HX-Request", "true");
        request.addHeader("HX-Boosted", "true");

        assertThat(RequestKind.of(request)).isEqualTo(RequestKind.PAGE);
        assertThat(PageOrFragment.view(request, "history/page", "steps")).isEqualTo("history/page");
    }

    @Test
    void namesTheFragmentForHtmxAndThePageForItsHistory() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders/1");
        request.addHeader("HX-Request", "true");
        assertThat(PageOrFragment.view(request, "history/page", "steps")).isEqualTo("history/page :: steps");

        request.addHeader("HX-History-Restore-Request", "true");
        assertThat(PageOrFragment.view(request, "history/page", "steps")).isEqualTo("history/page");
    }

    @Test
    void remembersWhatWasAskedWhileAnErrorPageIsMade() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/orders/1");

        assertThat(RequestKind.of(request)).isEqualTo(RequestKind.DATA);
    }

    @ParameterizedTest
    @CsvSource({"//evil.example/x, /", "/login/oauth2/code/keycloak, /", "/orders/1, /orders/1"})
    void linksOnlyToAddressesOfThePortal(String asked, String linked) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, asked);

        assertThat(AskedAddress.of(request)).hasToString(linked);
        assertThat(AskedAddress.of(request).inLanguage("en")).isEqualTo(linked + "?lang=en");
    }
}
