package io.ordertrace.mes.b2b;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class B2bConfiguration {

    @Bean
    ApiKeys apiKeys(@Value("${mes.api-keys}") String list) {
        return new ApiKeys(list);
    }
}
