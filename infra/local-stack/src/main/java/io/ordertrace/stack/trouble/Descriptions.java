package io.ordertrace.stack.trouble;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** What each trouble does, in Russian or English. */
final class Descriptions {

    private static final List<String> LANGUAGES = List.of("ru", "en");
    private static final Control NOT_BY_THE_MACHINES_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;

    /** @param acceptLanguage the header of that name; Russian without it or if it wants neither language */
    Descriptions(@Nullable String acceptLanguage) {
        Locale language = Locale.forLanguageTag(wanted(acceptLanguage));
        texts = ResourceBundle.getBundle(
                "io.ordertrace.stack.trouble.descriptions", language, NOT_BY_THE_MACHINES_LANGUAGE);
    }

    String of(Trouble trouble) {
        return texts.getString(trouble.title());
    }

    private static String wanted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return "ru";
        }
        try {
            String found = Locale.lookupTag(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? "ru" : found;
        } catch (IllegalArgumentException unreadable) {
            return "ru";
        }
    }
}
