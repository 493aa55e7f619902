package io.ordertrace.mes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** MES API: calculates prices, takes B2B orders and records what the operators do. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MesApiApplication {

    public static void main(String[] args) {
        SpringApplication.run(MesApiApplication.class, args);
    }
}
