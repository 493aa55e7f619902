package io.ordertrace.browser;

import io.ordertrace.page.PageSettings;
import java.net.http.HttpClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Takes the spans of the service's page. Without {@code BROWSER_OTLP_ENDPOINT} there is no such path. */
@AutoConfiguration
@ConditionalOnProperty("browser.otlp.endpoint")
@EnableConfigurationProperties({BrowserSpansSettings.class, PageSettings.class})
public class BrowserSpansAutoConfiguration {

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
