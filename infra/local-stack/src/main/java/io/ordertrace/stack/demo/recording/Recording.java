package io.ordertrace.stack.demo.recording;

import java.util.List;

/** The spans of one step, each after its parent. */
public record Recording(List<RecordedSpan> spans) {

    public Recording {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a recording has spans");
        }
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).parent() >= i) {
                throw new IllegalArgumentException("a span comes after its parent: " + spans.get(i));
            }
        }
    }

    /** Microseconds from the first begin to the last end. */
    public long length() {
        return spans.stream().mapToLong(RecordedSpan::end).max().orElse(0);
    }
}
