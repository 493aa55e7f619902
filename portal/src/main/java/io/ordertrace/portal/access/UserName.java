package io.ordertrace.portal.access;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The name by which the identity provider knows a person, as {@code anna}, {@code a.petrova@example.org} or
 * {@code иван}. Upper and lower case are one person, as for the identity providers themselves; so are the two ways to
 * write {@code й}.
 */
record UserName(String value) {

    static final int MAX_LENGTH = 255;

    /** @throws IllegalArgumentException when empty, longer than 255 characters, or holding spaces or control characters */
    UserName {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a user name has 1 to 255 characters");
        }
        if (value.codePoints().anyMatch(UserName::isRefused)) {
            throw new IllegalArgumentException("a user name holds no spaces and no control characters");
        }
    }

    private static boolean isRefused(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }

    @Override
    public String toString() {
        return value;
    }
}
