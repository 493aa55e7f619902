package io.ordertrace.stack.demo.live;

import io.ordertrace.stack.demo.plan.Mishap;

/** Makes a mishap of the plan happen in the running stack. */
public interface Troubles {

    /** A stack in which nothing goes wrong on purpose. */
    Troubles NONE = new Troubles() {
        @Override
        public void on(Mishap mishap) {}

        @Override
        public void off(Mishap mishap) {}
    };

    /** Returns when it has taken effect; throws a {@link RuntimeException} if it cannot be made, and it is off then. */
    void on(Mishap mishap);

    /** Returns when it is over. */
    void off(Mishap mishap);
}
