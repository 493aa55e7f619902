package io.ordertrace.mes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What can be reached besides the API, and what cannot. */
class DoorsTests extends RealServersTest {

    @Autowired
    ApplicationContext context;

    @Test
    void thePageIsServedWithItsPolicy() throws UnsupportedEncodingException {
        assertThat(http.get().uri("/")).hasStatusOk().hasForwardedUrl("/index.html");
        var page = http.get().uri("/index.html").exchange();

        assertThat(page).hasStatusOk().hasHeader("Cache-Control", "no-cache");
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'");
        String script =
                page.getResponse().getContentAsString().replaceFirst("(?s).*src=\"(/assets/[^\"]+\\.js)\".*", "$1");
        assertThat(http.get().uri(script))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void withoutTheirProfileThereAreNoTroubles(String method) {
        for (String path : new String[] {"/troubles", "/troubles/error", "/troubles/page-error.js"}) {
            assertThat(http.method(HttpMethod.valueOf(method)).uri(path).header("X-Troubles-Token", ""))
                    .hasStatus(HttpStatus.NOT_FOUND)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        assertThat(Arrays.stream(context.getBeanDefinitionNames()).map(context::getType))
                .noneMatch(type -> type != null && type.getPackageName().equals("io.ordertrace.troubles"));
    }

    @Test
    void withoutACollectorForBrowsersTheirSpansAreNotTaken() {
        assertThat(http.post()
                        .uri("/telemetry/v1/traces")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }
}
