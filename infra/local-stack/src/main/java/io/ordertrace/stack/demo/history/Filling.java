package io.ordertrace.stack.demo.history;

import io.ordertrace.stack.demo.plan.Jewel;
import io.ordertrace.stack.demo.recording.Gap;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.LongFunction;

/** What goes into the gaps of a recording for one step of one order. */
final class Filling {

    private static final int KEY_DIGITS = 16;

    /** What a step's recording needs to know of the order's model. */
    record Model(String format, long bytes, long triangles, String sha256) {

        static Model of(Jewel jewel) {
            byte[] stl = jewel.stl();
            return new Model(
                    jewel.format(),
                    stl.length,
                    jewel.triangles(),
                    HexFormat.of().formatHex(Ids.sha256(stl)));
        }
    }

    private final String order;
    private final String actor;
    private final Model model;
    private final String step;
    private final LongFunction<Instant> clock;

    /**
     * @param step  tells the step from all others, for message ids
     * @param clock makes a time of microseconds since the begin of the recorded step
     */
    Filling(String order, String actor, Model model, String step, LongFunction<Instant> clock) {
        this.order = order;
        this.actor = actor;
        this.model = model;
        this.step = step;
        this.clock = clock;
    }

    Object value(Object recorded) {
        if (recorded.equals(Gap.MODEL_SIZE)) {
            return model.bytes();
        }
        if (recorded.equals(Gap.MODEL_TRIANGLES)) {
            return model.triangles();
        }
        return recorded instanceof String text ? text(text) : recorded;
    }

    String text(String text) {
        if (Gap.isMessage(text)) {
            return Ids.message(step + text);
        }
        if (Gap.isTime(text)) {
            return clock.apply(Gap.micros(text)).toString();
        }
        return text.replace(Gap.ORDER, order)
                .replace(Gap.ACTOR, actor)
                .replace(Gap.MODEL_FORMAT, model.format())
                .replace(Gap.MODEL_SHA256, model.sha256())
                .replace(Gap.MODEL_SHA16, model.sha256().substring(0, KEY_DIGITS));
    }
}
