package io.ordertrace.page;

/** For a test of what is served without database and broker. */
public final class WebOnly {

    public static final String PROPERTY =
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

    private WebOnly() {}
}
