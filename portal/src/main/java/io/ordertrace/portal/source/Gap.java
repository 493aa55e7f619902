package io.ordertrace.portal.source;

import io.ordertrace.portal.order.Origin;
import java.util.List;

/**
 * Something that may be missing.
 *
 * @param about the services it concerns; empty when it concerns the whole source
 */
public record Gap(Origin source, Reason reason, List<String> about) {

    /** Why something may be missing. */
    public enum Reason {
        UNAVAILABLE,
        LIMIT_REACHED,
        OUTSIDE_RETENTION,
        ORPHAN_SPANS
    }

    public Gap {
        about = List.copyOf(about);
    }
}
