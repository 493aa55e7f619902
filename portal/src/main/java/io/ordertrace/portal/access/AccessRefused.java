package io.ordertrace.portal.access;

/** A change of roles that the rules forbid; nothing was changed. */
class AccessRefused extends RuntimeException {

    /** Why; each is the end of a message key. */
    enum Reason {
        ALREADY_HELD("already-held"),
        LAST_ADMINISTRATOR("last-administrator"),
        NOT_HELD("not-held");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    private final Reason reason;

    AccessRefused(Reason reason) {
        super(reason.key);
        this.reason = reason;
    }

    String messageKey() {
        return "access.refused." + reason.key;
    }
}
