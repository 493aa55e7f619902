package io.ordertrace.portal.history;

import java.util.Locale;

/** Which form a noun takes after a number: 1 попытка, 2 попытки, 5 попыток; 1 attempt, 2 attempts. */
enum Plural {
    ONE,
    FEW,
    MANY;

    static Plural of(long number, Locale locale) {
        long count = Math.abs(number);
        if (!locale.getLanguage().equals("ru")) {
            return count == 1 ? ONE : MANY;
        }
        boolean teens = count % 100 >= 11 && count % 100 <= 14;
        if (count % 10 == 1 && !teens) {
            return ONE;
        }
        return count % 10 >= 2 && count % 10 <= 4 && !teens ? FEW : MANY;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
