package io.ordertrace.portal.history;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Exceptions may quote what customers typed: only those with this authority read them. */
final class TechnicalDetail {

    private static final String AUTHORITY = "TECHNICAL_DETAIL";

    private TechnicalDetail() {}

    static boolean allowedTo(@Nullable Authentication reader) {
        return reader != null
                && reader.getAuthorities().stream().anyMatch(granted -> AUTHORITY.equals(granted.getAuthority()));
    }
}
