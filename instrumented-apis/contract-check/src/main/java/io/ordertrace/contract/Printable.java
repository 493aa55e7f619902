package io.ordertrace.contract;

/** Text from outside, made harmless for a terminal. */
final class Printable {

    private static final int LONGEST = 160;

    private Printable() {}

    /** Shows whatever moves the cursor, changes colours or turns the direction of writing as its code; cuts long text. */
    static String text(String foreign) {
        StringBuilder shown = new StringBuilder();
        foreign.codePoints().limit(LONGEST).forEach(character -> append(shown, character));
        return foreign.codePointCount(0, foreign.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> shown.append("\\u{%x}".formatted(character));
            default -> shown.appendCodePoint(character);
        }
    }
}
