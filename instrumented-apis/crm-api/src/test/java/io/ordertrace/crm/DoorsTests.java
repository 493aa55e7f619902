package io.ordertrace.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What can be reached besides the API, and what cannot. */
@CrmApiTest
class DoorsTests {

    @Autowired
    Seller seller;

    @Autowired
    ApplicationContext context;

    @Test
    void thePageIsServedWithItsPolicy() {
        String page = Objects.requireNonNull(seller.http
                .get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'self';.*frame-ancestors 'none'.*")
                .returnResult(String.class)
                .getResponseBody());

        String script = page.replaceFirst("(?s).*src=\"(/assets/[^\"]+\\.js)\".*", "$1");
        seller.http
                .get()
                .uri(script)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void withoutTheirProfileThereAreNoTroubles(String method) {
        for (String path : new String[] {"/troubles", "/troubles/error", "/troubles/page-error.js"}) {
            seller.http
                    .method(HttpMethod.valueOf(method))
                    .uri(path)
                    .header("X-Troubles-Token", "")
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        assertThat(Arrays.stream(context.getBeanDefinitionNames()).map(context::getType))
                .noneMatch(type -> type != null && type.getPackageName().equals("io.ordertrace.troubles"));
    }

    @Test
    void withoutACollectorForBrowsersTheirSpansAreNotTaken() {
        seller.http
                .post()
                .uri("/telemetry/v1/traces")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
