package io.ordertrace.portal.access;

import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A role that an administrator can grant. The constant's name is its key in the database and in requests; the company's
 * name for it is shown to people and is never put into an HTTP header.
 */
enum Role {
    TRACING_SUPPORT("Поддержка_трейсинг", Authority.ORDERS_VIEW, Authority.JAEGER_VIEW),
    DEVELOPER("Разработчик", Authority.ORDERS_VIEW, Authority.JAEGER_VIEW, Authority.TECHNICAL_DETAIL),
    ADMINISTRATOR("Администратор", Authority.ACCESS_MANAGE);

    private final String companyName;
    private final Set<Authority> authorities;

    Role(String companyName, Authority... authorities) {
        this.companyName = companyName;
        this.authorities = Set.of(authorities);
    }

    /**
     * By key or by the company's name, as {@code DEVELOPER}, {@code Разработчик}, or the latter with {@code й} typed as
     * two code points.
     */
    static Optional<Role> of(String keyOrName) {
        String normal = Normalizer.normalize(keyOrName.strip(), Normalizer.Form.NFC);
        return Stream.of(values())
                .filter(role -> role.name().equals(normal) || role.companyName.equals(normal))
                .findFirst();
    }

    public String companyName() {
        return companyName;
    }

    Set<Authority> authorities() {
        return authorities;
    }
}
