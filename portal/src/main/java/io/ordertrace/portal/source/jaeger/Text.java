package io.ordertrace.portal.source.jaeger;

/** Foreign text made fit for people: no control characters, no text direction tricks, of bounded length. */
final class Text {

    private static final int LONGEST = 4000;

    private Text() {}

    /** Replaces what a terminal or a browser would act upon by a visible sign; line breaks and tabs stay. */
    static String clean(String foreign) {
        StringBuilder clean = new StringBuilder();
        foreign.codePoints().limit(LONGEST).forEach(point -> clean.appendCodePoint(visible(point)));
        return clean.toString();
    }

    /** The same, cut to a number of characters. */
    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private static int visible(int point) {
        if (point == '\n' || point == '\t') {
            return point;
        }
        if (point < 0x20) {
            return 0x2400 + point; // the sign for this control character: ␛ for an escape
        }
        boolean acts = Character.getType(point) == Character.CONTROL
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE;
        return acts ? 0xFFFD : point;
    }
}
