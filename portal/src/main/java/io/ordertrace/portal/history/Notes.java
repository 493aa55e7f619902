package io.ordertrace.portal.history;

import io.ordertrace.portal.source.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what may be missing from a history and why. */
record Notes(Wording words, OrderHistory history) {

    List<String> texts() {
        List<String> notes =
                new ArrayList<>(history.gaps().stream().map(this::text).toList());
        if (!history.doubtfulClocks().isEmpty()) {
            notes.add(words.text("clock", services(history.doubtfulClocks())));
        }
        return notes;
    }

    String text(Gap gap) {
        String source = words.text("source." + gap.source());
        return gap.about().isEmpty()
                ? words.text("gap." + gap.reason(), source)
                : words.text("gap." + gap.reason() + ".services", source, services(gap.about()));
    }

    private String services(List<String> ids) {
        return ids.stream().map(words::service).collect(Collectors.joining(", "));
    }
}
