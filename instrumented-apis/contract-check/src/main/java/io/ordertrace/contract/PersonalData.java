package io.ordertrace.contract;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The kinds of personal data that can be told by their form; the Collector masks the same forms. */
enum PersonalData {
    EMAIL("an e-mail address", "[\\p{L}\\p{N}._%+'-]+(?:@|%40)(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}"),
    PHONE(
            "a phone number",
            "(?:\\+|%2[Bb])\\d(?:[ \\x{A0}().-]{0,3}\\d){7,14}"
                    + "|(?<![\\p{L}\\p{N}_.-])(?:(?:[78][ \\x{A0}.-]?\\(?[3489]\\d{2}\\)?|\\(\\d{3,4}\\)|9\\d{2})"
                    + "[ \\x{A0}.-]?\\d{3}[ \\x{A0}.-]?\\d{2}[ \\x{A0}.-]?\\d{2}|\\d{3}[ .-]\\d{3}[ .-]\\d{4})"
                    + "(?![\\p{L}\\p{N}_-])"),
    CARD(
            "a card number",
            "(?<![\\p{L}\\p{N}_.-])(?:(?:2[2-7]|35|4\\d|5[0-8]|6\\d)\\d{2}"
                    + "(?:\\d{12}(?:\\d{2,3})?|(?:[ \\x{A0}]\\d{4}){3}(?:[ \\x{A0}]\\d{2,3})?|(?:-\\d{4}){3})"
                    + "|3[47]\\d{2}[ \\x{A0}-]?\\d{6}[ \\x{A0}-]?\\d{5}|3[068]\\d{12})(?![\\p{L}\\p{N}_-])"),
    NAME(
            "a name or address in a query",
            "(?i)(?:^|[?&])(?:(?:first|last|full|user|customer|client)?_?-?name|surname|patronymic|fio|e-?mail|phone|tel"
                    + "|address|passport|birth(?:day|date))=[^&\\s]");

    private final String words;
    private final Pattern form;

    PersonalData(String words, String form) {
        this.words = words;
        this.form = Pattern.compile(form);
    }

    String words() {
        return words;
    }

    /** What of this the text seems to hold. */
    static List<PersonalData> in(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.form.matcher(text).find())
                .toList();
    }
}
