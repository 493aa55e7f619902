package io.ordertrace.mes.model;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says whether the bucket answers. Shown under {@code modelStore}. */
@Component
class ModelStoreHealthIndicator extends AbstractHealthIndicator {

    private final ModelStore models;

    ModelStoreHealthIndicator(ModelStore models) {
        super("the model store does not answer");
        this.models = models;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        models.ensureBucket();
        health.up();
    }
}
