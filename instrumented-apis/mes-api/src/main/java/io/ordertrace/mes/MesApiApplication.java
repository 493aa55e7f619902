package io.ordertrace.mes;

import io.ordertrace.browser.BrowserSpans;
import io.ordertrace.page.ServedPage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** MES API: calculates prices, takes B2B orders and records what the operators do. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({ServedPage.class, BrowserSpans.class})
public class MesApiApplication {

    public static void main(String[] args) {
        SpringApplication.run(MesApiApplication.class, args);
    }
}
