package io.ordertrace.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class ShopApiApplication {

    static void main(String[] arguments) {
        SpringApplication.run(ShopApiApplication.class, arguments);
    }
}
