package io.ordertrace.stack.trouble;

import io.ordertrace.stack.Dependency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which fault makes which trouble. */
final class Faults {

    private static final String SLOWNESS = "?millis=3000";

    private final Map<Trouble, Fault> all = new EnumMap<>(Trouble.class);
    private final Premises premises;
    private final Proxies proxies;
    private final Messages messages;

    Faults(Premises premises) {
        this.premises = premises;
        BrokerLink link = new BrokerLink(premises.amqp(), premises.brokerUser());
        proxies = new Proxies(premises.proxyControl());
        messages = new Messages(link);
        pagesAndServices();
        databases();
        files();
        queue(link);
        all.put(Trouble.MESSAGES_LOST, messages.lost());
        all.put(Trouble.MESSAGES_TWICE, messages.twice());
        all.put(Trouble.MESSAGES_LATE, messages.late());
        all.put(Trouble.MESSAGES_POISONED, messages.poisoned());
    }

    Fault of(Trouble trouble) {
        Fault fault = all.get(trouble);
        if (fault == null) {
            throw new IllegalStateException("nothing makes " + trouble);
        }
        return fault;
    }

    Messages messages() {
        return messages;
    }

    private void pagesAndServices() {
        ServiceTroubles services = new ServiceTroubles(premises);
        all.put(Trouble.SHOP_PAGE_ERROR, services.inside("shop-api", "page-error", ""));
        all.put(Trouble.CRM_PAGE_ERROR, services.inside("crm-api", "page-error", ""));
        all.put(Trouble.MES_PAGE_ERROR, services.inside("mes-api", "page-error", ""));
        all.put(Trouble.SHOP_API_ERROR, services.inside("shop-api", "error", ""));
        all.put(Trouble.CRM_API_ERROR, services.inside("crm-api", "error", ""));
        all.put(Trouble.MES_API_ERROR, services.inside("mes-api", "error", ""));
        all.put(Trouble.SHOP_API_SLOW, services.inside("shop-api", "slow", SLOWNESS));
        all.put(Trouble.CRM_API_SLOW, services.inside("crm-api", "slow", SLOWNESS));
        all.put(Trouble.MES_API_SLOW, services.inside("mes-api", "slow", SLOWNESS));
        all.put(Trouble.SHOP_API_UNAVAILABLE, services.killed("shop-api"));
        all.put(Trouble.CRM_API_UNAVAILABLE, services.killed("crm-api"));
        all.put(Trouble.MES_API_UNAVAILABLE, services.killed("mes-api"));
    }

    private void databases() {
        OrderTables shop = tables("shop", "shop.customer_order", "crm.customer_order");
        all.put(Trouble.SHOP_DB_LOCKED, shop.locked());
        all.put(Trouble.SHOP_DB_ENDLESS_STATEMENTS, shop.endless());
        all.put(Trouble.SHOP_DB_CONSTRAINT, shop.constrained());
        all.put(Trouble.SHOP_DB_SILENT, proxies.silent(Dependency.SHOP_DB));
        all.put(Trouble.SHOP_DB_UNAVAILABLE, proxies.unavailable(Dependency.SHOP_DB));
        OrderTables mes = tables("mes", "mes.manufacturing_order");
        all.put(Trouble.MES_DB_LOCKED, mes.locked());
        all.put(Trouble.MES_DB_ENDLESS_STATEMENTS, mes.endless());
        all.put(Trouble.MES_DB_CONSTRAINT, mes.constrained());
        all.put(Trouble.MES_DB_SILENT, proxies.silent(Dependency.MES_DB));
        all.put(Trouble.MES_DB_UNAVAILABLE, proxies.unavailable(Dependency.MES_DB));
    }

    private OrderTables tables(String database, String... tables) {
        return new OrderTables(premises.databaseUrl().apply(database), premises.superuser(), List.of(tables));
    }

    private void files() {
        Models models = new Models(proxies, premises.models(), premises.home());
        all.put(Trouble.FILES_SILENT, proxies.silent(Dependency.FILES));
        all.put(Trouble.FILES_UNAVAILABLE, proxies.unavailable(Dependency.FILES));
        all.put(Trouble.FILES_MISSING, models.missing());
        all.put(Trouble.FILES_ACCESS_DENIED, models.denied());
    }

    private void queue(BrokerLink link) {
        BrokerSettings settings = new BrokerSettings(premises.brokerControl());
        all.put(Trouble.QUEUE_WITHOUT_CONFIRMS, proxies.silent(Dependency.QUEUE));
        all.put(Trouble.QUEUE_UNAVAILABLE, proxies.unavailable(Dependency.QUEUE));
        all.put(Trouble.QUEUE_BLOCKED, settings.blocked());
        all.put(Trouble.QUEUE_RETURNS_MESSAGES, settings.returning(link));
        all.put(Trouble.QUEUE_REJECTS_MESSAGES, settings.rejecting());
    }
}
