package io.ordertrace.stack.demo.recording;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A span of a recorded step. Values with braces are gaps, see {@link Gap}.
 *
 * @param trace    which of the step's traces, from 0
 * @param parent   place of the parent in the recording; -1 for a root
 * @param start    microseconds since the begin of the step
 * @param duration microseconds
 * @param status   as OTLP numbers it: 0 unset, 1 ok, 2 error
 */
public record RecordedSpan(
        int trace,
        int parent,
        String service,
        String scope,
        String scopeVersion,
        String name,
        int kind,
        long start,
        long duration,
        int status,
        String statusMessage,
        SortedMap<String, Object> attributes,
        List<Event> events) {

    public RecordedSpan {
        attributes = new TreeMap<>(attributes);
        events = List.copyOf(events);
        if (start < 0 || duration < 0) {
            throw new IllegalArgumentException(name + " begins before its step or ends before it begins");
        }
    }

    /** @param at microseconds since the begin of the step */
    public record Event(long at, String name, SortedMap<String, Object> attributes) {

        public Event {
            attributes = new TreeMap<>(attributes);
        }

        public Event(long at, String name, Map<String, Object> attributes) {
            this(at, name, new TreeMap<>(attributes));
        }
    }

    public long end() {
        return start + duration;
    }
}
