package io.ordertrace.stack.demo.plan;

import static io.ordertrace.stack.demo.plan.Mishap.Outcome.FAILS;
import static io.ordertrace.stack.demo.plan.Mishap.Outcome.PASSES;
import static io.ordertrace.stack.demo.plan.Mishap.Outcome.STRANDS;

/** What can go wrong with a step: every row and kind of trouble that the local stack can produce at will. */
public enum Mishap {
    SHOP_PAGE_ERROR(Step.SUBMIT, PASSES),
    SHOP_PAGE_UNAVAILABLE(Step.SUBMIT, FAILS),
    SHOP_PAGE_SLOW(Step.SUBMIT, PASSES),
    SHOP_PAGE_API_ERROR(Step.SUBMIT, FAILS),
    CRM_PAGE_ERROR(Step.APPROVE, PASSES),
    CRM_PAGE_UNAVAILABLE(Step.APPROVE, FAILS),
    CRM_PAGE_SLOW(Step.APPROVE, PASSES),
    CRM_PAGE_API_ERROR(Step.APPROVE, FAILS),
    MES_PAGE_ERROR(Step.TAKE, PASSES),
    MES_PAGE_UNAVAILABLE(Step.TAKE, FAILS),
    MES_PAGE_SLOW(Step.TAKE, PASSES),
    MES_PAGE_API_ERROR(Step.TAKE, FAILS),
    SHOP_API_ERROR(Step.SUBMIT, FAILS),
    CRM_API_ERROR(Step.APPROVE, FAILS),
    MES_API_ERROR(Step.COMPLETE, FAILS),
    SHOP_DB_HANG(Step.APPROVE, FAILS),
    SHOP_DB_UNAVAILABLE(Step.SUBMIT, FAILS),
    SHOP_DB_ERROR(Step.APPROVE, FAILS),
    MES_DB_HANG(Step.TAKE, FAILS),
    MES_DB_UNAVAILABLE(Step.COMPLETE, FAILS),
    MES_DB_ERROR(Step.TAKE, FAILS),
    FILES_HANG(Step.SUBMIT, FAILS),
    FILES_UNAVAILABLE(Step.SUBMIT, FAILS),
    FILES_ERROR(Step.SUBMIT, FAILS),
    MQ_HANG(Step.APPROVE, PASSES),
    MQ_UNAVAILABLE(Step.TAKE, PASSES),
    MQ_ERROR(Step.APPROVE, PASSES),
    MESSAGE_LOST(Step.APPROVE, STRANDS),
    MESSAGE_TWICE(Step.PACK, PASSES),
    MESSAGE_LATE(Step.APPROVE, PASSES),
    MESSAGE_POISON(Step.SUBMIT, STRANDS);

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
