package io.ordertrace.stack;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The realm of {@code infra/keycloak}: its {@code ${name}} places are filled in for each data directory. */
final class RealmTemplate {

    static final String REALM = "order-trace";
    static final String CLIENT = "order-trace-portal";

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");

    private RealmTemplate() {}

    /** Values are secrets and URLs of ours and need no JSON escaping. A place without a value is refused. */
    static String filled(Map<String, String> values) {
        return PLACE.matcher(new String(Resources.read("keycloak/order-trace-realm.json"), StandardCharsets.UTF_8))
                .replaceAll(place -> Matcher.quoteReplacement(
                        Objects.requireNonNull(values.get(place.group(1)), () -> "no value for " + place.group())));
    }
}
