package io.ordertrace.contract;

import java.util.Locale;

/** What can be wrong with a span. */
public enum Rule {
    STATUS_CHANGE_WITHOUT_ORDER_ID("a status change does not say of which order"),
    UNKNOWN_STATUS("a status that is not in the registry"),
    CHANGED_AT_MISSING("a committed change without its time"),
    CHANGED_AT_WITHOUT_ZONE("the time of a change without a zone"),
    CHANGED_AT_MALFORMED("the time of a change is not RFC 3339"),
    CHANGED_AT_FAR_FROM_SPAN("the time of a change lies far from the time of its span"),
    COMMITTED_CHANGE_WITH_ERROR("a change that claims both to have committed and to have failed"),
    ACTOR_MISSING("a change that somebody made does not say who"),
    ACTOR_MALFORMED("an id of a person or program that may be more than an id"),
    ORDER_ID_MALFORMED("an order id of another form"),
    ORDER_ID_MISSING_ON_CHILD("a span without the order id that its parent has"),
    WRONG_SPAN_NAME("facts about a change of status on a span of another name"),
    WRONG_SPAN_KIND("a span of the contract with another kind"),
    WRONG_SPAN_STATUS("a span that tells of failures only, without status Error"),
    ERROR_WITHOUT_ERROR_TYPE("status Error without the type of the error"),
    FAILURE_CLASS_MISSING("a failed span of the contract does not say how it failed"),
    FAILURE_CLASS_UNKNOWN("a class of failure that is not in the registry"),
    REQUIRED_ATTRIBUTE_MISSING("a span of the contract lacks what it has to carry"),
    ATTRIBUTE_NOT_IN_REGISTRY("an attribute with our prefix that is not in the registry"),
    WRONG_VALUE_TYPE("a value of another type"),
    UNKNOWN_VALUE("a value that is not among the listed ones"),
    VALUE_MALFORMED("a value of another form"),
    ORIGIN_SET_BY_SERVICE("a service claims an origin that it may not claim"),
    SERVICE_NAME_MISSING("spans that do not say which service they are from"),
    PERSONAL_DATA("what looks like personal data");

    private final String meaning;

    Rule(String meaning) {
        this.meaning = meaning;
    }

    /** The name in reports, such as {@code unknown-status}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it says, in words. */
    public String meaning() {
        return meaning;
    }
}
