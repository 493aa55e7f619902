package io.ordertrace.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTests {

    @ParameterizedTest
    @EnumSource(Role.class)
    void isFoundByKeyAndByNameInEitherForm(Role role) {
        assertThat(Role.of(role.name())).hasValue(role);
        assertThat(Role.of(" " + role.companyName() + " ")).hasValue(role);
        assertThat(Role.of(Normalizer.normalize(role.companyName(), Normalizer.Form.NFD)))
                .hasValue(role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "developer", "разработчик", "Поддержка", "ROLE_DEVELOPER"})
    void isNotFoundByAnythingElse(String name) {
        assertThat(Role.of(name)).isEmpty();
    }

    @Test
    void letsAdministratorsManageAccessAndNothingElse() {
        assertThat(Role.ADMINISTRATOR.authorities()).containsExactly(Authority.ACCESS_MANAGE);
        assertThat(Role.TRACING_SUPPORT.authorities())
                .doesNotContain(Authority.TECHNICAL_DETAIL, Authority.ACCESS_MANAGE);
        assertThat(Role.DEVELOPER.authorities()).doesNotContain(Authority.ACCESS_MANAGE);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isShownInRussianByTheCompanysName(Role role) {
        assertThat(ResourceBundle.getBundle("messages/access", Locale.ROOT).getString("access.role." + role))
                .isEqualTo(role.companyName());
    }

    @Test
    void knowsOnePersonByAnyWayToWriteTheName() {
        assertThat(new UserName(" Anna ")).isEqualTo(new UserName("anna"));
        assertThat(new UserName("и\u0306ван")).isEqualTo(new UserName("ЙВАН"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "an na", "an\u00A0na", "an\nna", "an\u200Bna", "an\u0000na", "\u202Eanna"})
    void refusesNamesThatCouldBeMistaken(String name) {
        assertThatThrownBy(() -> new UserName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANameOfAbsurdLength() {
        assertThatThrownBy(() -> new UserName("a".repeat(256))).isInstanceOf(IllegalArgumentException.class);
    }
}
