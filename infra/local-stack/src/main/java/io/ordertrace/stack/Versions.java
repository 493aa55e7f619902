package io.ordertrace.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of the real servers, as the parent pom has them. */
final class Versions {

    private static final Properties VALUES = read();

    private Versions() {}

    static String of(String component) {
        return Objects.requireNonNull(VALUES.getProperty(component), component);
    }

    private static Properties read() {
        try (InputStream in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            Properties values = new Properties();
            values.load(in);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
