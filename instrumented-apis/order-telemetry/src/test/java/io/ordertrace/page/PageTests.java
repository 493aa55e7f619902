package io.ordertrace.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        properties = {
            WebOnly.PROPERTY,
            WebOnly.NAMES,
            "page.folder=sample",
            "page.name=sample-page",
            "spring.web.resources.add-mappings=false"
        })
@AutoConfigureMockMvc
class PageTests {

    @Autowired
    MockMvcTester http;

    @Test
    void thePageIsServedAtTheRootAndAskedForEachTime() {
        assertThat(http.get().uri("/")).hasStatusOk().hasForwardedUrl("/index.html");
        assertThat(http.get().uri("/index.html"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache")
                .bodyText()
                .contains("<title>Sample</title>")
                .doesNotContain("/troubles");
    }

    @Test
    void filesNamedAfterTheirContentAreKeptForEver() {
        assertThat(http.get().uri("/assets/sample-4f2a9c.js"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .hasHeader("Content-Type", "text/javascript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/assets/sample-4f2a9c.js", "/nothing-here", "/assets/nothing.js"})
    void everyAnswerForbidsWhatThePageDoesNotNeed(String path) {
        assertThat(http.get().uri(path))
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "no-referrer")
                .doesNotContainHeader("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/nothing.js",
                "/assets/../application.yml",
                "/assets/%2e%2e/index.html",
                "/pages/sample/index.html",
                "/io/ordertrace/page/PageAutoConfiguration.class"
            })
    void nothingElseOfTheClasspathIsServed(String path) {
        assertThat(http.get().uri(URI.create(path)).exchange().getResponse().getStatus())
                .isIn(HttpStatus.NOT_FOUND.value(), HttpStatus.BAD_REQUEST.value());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {}
}
