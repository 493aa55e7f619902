package io.ordertrace.stack.trouble;

import static io.ordertrace.stack.trouble.Trouble.Kind.ERROR;
import static io.ordertrace.stack.trouble.Trouble.Kind.HANG;
import static io.ordertrace.stack.trouble.Trouble.Kind.LATE;
import static io.ordertrace.stack.trouble.Trouble.Kind.LOST;
import static io.ordertrace.stack.trouble.Trouble.Kind.POISON;
import static io.ordertrace.stack.trouble.Trouble.Kind.SLOW;
import static io.ordertrace.stack.trouble.Trouble.Kind.TWICE;
import static io.ordertrace.stack.trouble.Trouble.Kind.UNAVAILABLE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong at will; each is a row of the decision record on troubles, and stays on until it is turned off. */
public enum Trouble {
    SHOP_PAGE_ERROR("shop-page", ERROR),
    CRM_PAGE_ERROR("crm-page", ERROR),
    MES_PAGE_ERROR("mes-page", ERROR),

    SHOP_API_ERROR("shop-api", ERROR),
    SHOP_API_SLOW("shop-api", SLOW),
    SHOP_API_UNAVAILABLE("shop-api", UNAVAILABLE),
    CRM_API_ERROR("crm-api", ERROR),
    CRM_API_SLOW("crm-api", SLOW),
    CRM_API_UNAVAILABLE("crm-api", UNAVAILABLE),
    MES_API_ERROR("mes-api", ERROR),
    MES_API_SLOW("mes-api", SLOW),
    MES_API_UNAVAILABLE("mes-api", UNAVAILABLE),

    SHOP_DB_LOCKED("shop-db", HANG),
    SHOP_DB_ENDLESS_STATEMENTS("shop-db", HANG),
    SHOP_DB_SILENT("shop-db", HANG),
    SHOP_DB_UNAVAILABLE("shop-db", UNAVAILABLE),
    SHOP_DB_CONSTRAINT("shop-db", ERROR),

    MES_DB_LOCKED("mes-db", HANG),
    MES_DB_ENDLESS_STATEMENTS("mes-db", HANG),
    MES_DB_SILENT("mes-db", HANG),
    MES_DB_UNAVAILABLE("mes-db", UNAVAILABLE),
    MES_DB_CONSTRAINT("mes-db", ERROR),

    FILES_SILENT("3d-files", HANG),
    FILES_UNAVAILABLE("3d-files", UNAVAILABLE),
    FILES_MISSING("3d-files", ERROR),
    FILES_ACCESS_DENIED("3d-files", ERROR),

    QUEUE_WITHOUT_CONFIRMS("orders-mq", HANG),
    QUEUE_BLOCKED("orders-mq", HANG),
    QUEUE_UNAVAILABLE("orders-mq", UNAVAILABLE),
    QUEUE_RETURNS_MESSAGES("orders-mq", ERROR),
    QUEUE_REJECTS_MESSAGES("orders-mq", ERROR),

    MESSAGES_LOST("messages", LOST),
    MESSAGES_TWICE("messages", TWICE),
    MESSAGES_LATE("messages", LATE),
    MESSAGES_POISONED("messages", POISON);

    /** What somebody who looks from outside sees of it. */
    public enum Kind {
        HANG,
        UNAVAILABLE,
        ERROR,
        SLOW,
        LOST,
        TWICE,
        LATE,
        POISON
    }

    private final String system;
    private final Kind kind;

    Trouble(String system, Kind kind) {
        this.system = system;
        this.kind = kind;
    }

    /** The service, page or dependency that it befalls, by the name that spans give it. */
    public String system() {
        return system;
    }

    public Kind kind() {
        return kind;
    }

    /** The name in addresses and in JSON, for instance {@code shop-db-locked}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The trouble of that {@link #title}. */
    static Optional<Trouble> titled(String title) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.title().equals(title))
                .findFirst();
    }
}
