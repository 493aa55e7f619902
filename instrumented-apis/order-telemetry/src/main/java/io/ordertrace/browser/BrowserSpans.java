package io.ordertrace.browser;

import io.ordertrace.page.PageSettings;
import java.net.http.HttpClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Import it into a service to have it take the spans of its page. Without {@code BROWSER_OTLP_ENDPOINT} there is no such
 * path.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("browser.otlp.endpoint")
@EnableConfigurationProperties({BrowserSpansSettings.class, PageSettings.class})
public class BrowserSpans {

    @Bean
    BrowserSpansController browserSpansController(BrowserSpansSettings settings, Handover handover) {
        return new BrowserSpansController(new Allowance(settings), handover);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Handover browserSpansHandover(BrowserSpansSettings settings, PageSettings page) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        return new Handover(settings, page.name(), http);
    }
}
