package io.ordertrace.stack.demo.plan;

import static io.ordertrace.stack.demo.plan.Mishap.Outcome.FAILS;
import static io.ordertrace.stack.demo.plan.Mishap.Outcome.PASSES;
import static io.ordertrace.stack.demo.plan.Mishap.Outcome.STRANDS;

/** What can go wrong with a step, by the names that the local stack's troubles have. */
public enum Mishap {
    SHOP_API_ERROR(Step.SUBMIT, FAILS),
    CRM_API_ERROR(Step.APPROVE, FAILS),
    MES_API_ERROR(Step.COMPLETE, FAILS),
    SHOP_API_SLOW(Step.SUBMIT, PASSES),
    CRM_API_SLOW(Step.APPROVE, PASSES),
    MES_API_SLOW(Step.TAKE, PASSES),
    SHOP_DB_LOCKED(Step.APPROVE, FAILS),
    SHOP_DB_UNAVAILABLE(Step.SUBMIT, FAILS),
    SHOP_DB_CONSTRAINT(Step.APPROVE, FAILS),
    MES_DB_LOCKED(Step.TAKE, FAILS),
    MES_DB_UNAVAILABLE(Step.COMPLETE, FAILS),
    MES_DB_CONSTRAINT(Step.TAKE, FAILS),
    FILES_SILENT(Step.SUBMIT, FAILS),
    FILES_UNAVAILABLE(Step.SUBMIT, FAILS),
    FILES_ACCESS_DENIED(Step.SUBMIT, FAILS),
    FILES_MISSING(Step.SUBMIT, STRANDS),
    QUEUE_WITHOUT_CONFIRMS(Step.APPROVE, PASSES),
    QUEUE_UNAVAILABLE(Step.TAKE, PASSES),
    // Not earlier: a service declares its queues anew when it sends its first message after an outage.
    QUEUE_RETURNS_MESSAGES(Step.COMPLETE, PASSES),
    MESSAGES_LOST(Step.APPROVE, STRANDS),
    MESSAGES_TWICE(Step.PACK, PASSES),
    MESSAGES_LATE(Step.APPROVE, PASSES),
    MESSAGES_POISONED(Step.APPROVE, PASSES);

    /** What becomes of the step. */
    public enum Outcome {
        /** It succeeds all the same. */
        PASSES,
        /** It does not happen; somebody may try again. */
        FAILS,
        /** It happens, and nothing after it. */
        STRANDS
    }

    private final Step step;
    private final Outcome outcome;

    Mishap(Step step, Outcome outcome) {
        this.step = step;
        this.outcome = outcome;
    }

    /** The step that it befalls. */
    public Step step() {
        return step;
    }

    public Outcome outcome() {
        return outcome;
    }
}
