package io.ordertrace.troubles;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Which troubles are on. */
final class Troubles {

    private final AtomicReference<Map<Trouble, Integer>> active = new AtomicReference<>(Map.of());

    /** @param millis how long calls wait, if the trouble is slowness; no meaning otherwise */
    void on(Trouble trouble, int millis) {
        change(copy -> copy.put(trouble, millis));
    }

    void off(Trouble trouble) {
        change(copy -> copy.remove(trouble));
    }

    boolean isOn(Trouble trouble) {
        return active.get().containsKey(trouble);
    }

    Optional<Integer> millis(Trouble trouble) {
        return Optional.ofNullable(active.get().get(trouble));
    }

    Map<Trouble, Integer> active() {
        return active.get();
    }

    private void change(Consumer<Map<Trouble, Integer>> change) {
        active.updateAndGet(before -> {
            Map<Trouble, Integer> copy = new EnumMap<>(Trouble.class);
            copy.putAll(before);
            change.accept(copy);
            return Map.copyOf(copy);
        });
    }
}
