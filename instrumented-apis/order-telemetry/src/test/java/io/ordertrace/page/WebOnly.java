package io.ordertrace.page;

/** Properties for a test of what is served without database and broker. */
public final class WebOnly {

    public static final String PROPERTY = "spring.autoconfigure.exclude="
            + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
            + "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration,"
            + "io.ordertrace.inbox.InboxAutoConfiguration,io.ordertrace.outbox.OutboxAutoConfiguration";

    public static final String NAMES = "dependency.database=none";

    private WebOnly() {}
}
