package io.ordertrace.portal.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.Resource;

/** Reads the declared process; a file that cannot be understood stops the start. */
@Configuration(proxyBeanMethods = false)
public class OrderProcessFile {

    @Bean
    static OrderProcess orderProcess(@Value("${portal.order-process:classpath:order-process.yml}") Resource file) {
        return read(file);
    }

    /**
     * Reads the key {@code order-process} of a YAML file.
     *
     * @throws UncheckedIOException when the file cannot be read
     * @throws org.springframework.boot.context.properties.bind.BindException when it says something else
     */
    public static OrderProcess read(Resource file) {
        MutablePropertySources sources = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader().load("order process", file).forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("order-process", OrderProcess.class)
                .orElseThrow(() -> new IllegalArgumentException(file + " has no key order-process"));
    }
}
