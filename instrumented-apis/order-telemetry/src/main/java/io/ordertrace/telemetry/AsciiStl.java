package io.ordertrace.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** ASCII STL: words between white space, {@code solid … facet … endsolid}, one or more solids. */
final class AsciiStl {

    private static final int LONGEST_WORD = 64;

    private final byte[] content;
    private int position;

    private AsciiStl(byte[] content) {
        this.content = content;
    }

    static long triangles(byte[] content) {
        return new AsciiStl(content).solids();
    }

    private long solids() {
        long triangles = 0;
        String word = word();
        if (!word.equals("solid")) {
            throw new InvalidModel("Neither a binary nor an ASCII STL file, or one that is cut off");
        }
        while (word.equals("solid")) {
            skipLine();
            triangles += facets();
            skipLine();
            word = word();
        }
        if (!word.isEmpty()) {
            throw new InvalidModel("The STL file goes on after its end");
        }
        if (triangles == 0) {
            throw new InvalidModel("The STL file holds no triangle");
        }
        return triangles;
    }

    private long facets() {
        for (long count = 0; ; count++) {
            String word = word();
            if (word.equals("endsolid")) {
                return count;
            }
            require("facet", word);
            expect("normal");
            coordinates();
            expect("outer");
            expect("loop");
            for (int vertex = 0; vertex < 3; vertex++) {
                expect("vertex");
                coordinates();
            }
            expect("endloop");
            expect("endfacet");
        }
    }

    private void coordinates() {
        for (int i = 0; i < 3; i++) {
            String word = word();
            if (!word.matches("[-+0-9.e]+") || !Double.isFinite(number(word))) {
                throw new InvalidModel("The STL file holds a coordinate that is not a number");
            }
        }
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void expect(String expected) {
        require(expected, word());
    }

    private static void require(String expected, String word) {
        if (!word.equals(expected)) {
            throw new InvalidModel("The STL file is damaged or cut off where '" + expected + "' should be");
        }
    }

    /** The next word in lower case, or nothing at the end of the file. */
    private String word() {
        while (position < content.length && isSpace(content[position])) {
            position++;
        }
        int start = position;
        while (position < content.length && !isSpace(content[position])) {
            position++;
        }
        if (position - start > LONGEST_WORD) {
            throw new InvalidModel("The STL file holds a word that is too long");
        }
        return new String(content, start, position - start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private void skipLine() {
        while (position < content.length && content[position] != '\n') {
            position++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
