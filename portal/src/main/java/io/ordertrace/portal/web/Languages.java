package io.ordertrace.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Russian and English: the cookie of an earlier choice, else what the browser asks for, else Russian. */
class Languages extends CookieLocaleResolver {

    static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final List<Locale> OFFERED = List.of(RUSSIAN, Locale.ENGLISH);

    Languages() {
        super("lang");
        setRejectInvalidCookies(false);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setDefaultLocaleFunction(Languages::preferred);
    }

    @Override
    protected @Nullable Locale parseLocaleValue(String value) {
        Locale asked = Locale.forLanguageTag(value);
        return OFFERED.contains(asked) ? asked : null;
    }

    /** A language that is not offered changes nothing. */
    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
        if (context != null && context.getLocale() != null && OFFERED.contains(context.getLocale())) {
            super.setLocaleContext(request, response, context);
        }
    }

    private static Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return RUSSIAN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(request.getHeader("Accept-Language"));
            Locale match = Locale.lookup(ranges, OFFERED);
            return match == null ? RUSSIAN : match;
        } catch (IllegalArgumentException broken) {
            return RUSSIAN;
        }
    }
}
