package io.ordertrace.crm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class CrmApiApplication {

    static void main(String[] arguments) {
        SpringApplication.run(CrmApiApplication.class, arguments);
    }
}
