package io.ordertrace.shop.model;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down while the bucket cannot be reached. */
@Component
class ModelStoreHealthIndicator extends AbstractHealthIndicator {

    private final ModelStore store;

    ModelStoreHealthIndicator(ModelStore store) {
        super("The model store does not answer");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        store.ensureBucket();
        health.up();
    }
}
