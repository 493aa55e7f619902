package io.ordertrace.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.Browser;
import io.ordertrace.portal.RunningPortal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessPageTests extends RunningPortal {

    @Test
    void grantsARoleThatHoldsAtOnceAndSaysSo() {
        Browser gleb = signedIn("gleb");
        Browser vera = signedIn("vera");
        assertThat(gleb.open("/").statusCode()).isEqualTo(403);

        HttpResponse<String> list = grant(vera, "Gleb", "TRACING_SUPPORT", "заменяет Анну", "");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body())
                .contains("Роль Поддержка_трейсинг выдана пользователю gleb.", "заменяет Анну", "без срока", "vera");
        assertThat(gleb.open("/").statusCode()).isEqualTo(200);
        assertThat(vera.open("/access").body()).doesNotContain("data-testid=\"done\"");
    }

    @Test
    void revokesARoleAtOnceAndSaysSo() {
        grant("anna", "DEVELOPER");
        Browser anna = signedIn("anna");
        Browser vera = signedIn("vera");

        HttpResponse<String> list = revoke(vera, idOf("anna"));

        assertThat(list.body())
                .contains("Роль Разработчик у пользователя anna отозвана.")
                .doesNotContain("data-user=\"anna\"");
        assertThat(anna.open("/").statusCode()).isEqualTo(403);
        assertThat(database.sql("select revoked_by from role_grant where user_name = 'anna'")
                        .query(String.class)
                        .single())
                .isEqualTo("vera");
    }

    @Test
    void takesARoleByTheCompanysNameHoweverItsLettersAreComposed() {
        grant(signedIn("vera"), "anna", "Поддержка_треи\u0306синг", "a test", "");

        assertThat(database.sql("select role from role_grant where user_name = 'anna'")
                        .query(String.class)
                        .single())
                .isEqualTo("TRACING_SUPPORT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''      | DEVELOPER | reason | ''         | Напишите имя пользователя.
            a b     | DEVELOPER | reason | ''         | Имя пользователя пишется без пробелов
            anna    | ''        | reason | ''         | Выберите роль.
            anna    | ROOT      | reason | ''         | Выберите роль.
            anna    | DEVELOPER | ' '    | ''         | Напишите, зачем нужна роль.
            anna    | DEVELOPER | reason | 2020-01-01 | Этот день уже прошёл.
            anna    | DEVELOPER | reason | tomorrow   | Дата пишется так: 2026-12-31.
            anna    | DEVELOPER | reason | +999999999-12-31 | Дата пишется так: 2026-12-31.
            """)
    void namesWhatIsWrongAndKeepsWhatWasTyped(String user, String role, String reason, String until, String message) {
        HttpResponse<String> page = grant(signedIn("vera"), user, role, reason, until);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(message).contains("value=\"" + user + "\"");
        assertThat(database.sql("select count(*) from role_grant")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void refusesARoleThatIsHeldAlready() {
        grant("anna", "DEVELOPER");

        HttpResponse<String> page = grant(signedIn("vera"), "anna", "DEVELOPER", "again", "");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("у этого пользователя уже есть эта роль");
    }

    @Test
    void keepsTheLastPermanentAdministrator() {
        Browser vera = signedIn("vera");
        grant(
                vera,
                "boris",
                "ADMINISTRATOR",
                "for a week",
                LocalDate.now().plusDays(7).toString());

        HttpResponse<String> refused = revoke(vera, idOf("vera"));

        assertThat(refused.body()).contains("это последний администратор без срока");
        assertThat(vera.open("/access").statusCode()).isEqualTo(200);
        assertThat(revoke(vera, idOf("boris")).body()).contains("у пользователя boris отозвана");
    }

    @Test
    void saysWhenSomebodyElseWasFaster() {
        grant("anna", "DEVELOPER");
        long id = idOf("anna");
        Browser vera = signedIn("vera");
        revokeAll("anna");

        assertThat(revoke(vera, id).body()).contains("эта роль уже не действует");
        assertThat(vera.submit("/access", "/access/grants/abc/revoke", Map.of()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsWhatWasTypedAsText() {
        Browser vera = signedIn("vera");

        HttpResponse<String> list = grant(vera, "<script>alert(1)</script>", "DEVELOPER", "<img src=x onerror=y>", "");

        assertThat(list.body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x onerror=y&gt;")
                .doesNotContain("<script>alert", "<img");
    }

    @Test
    void speaksEnglish() {
        Browser vera = signedIn("vera");

        assertThat(vera.open("/access?lang=en").body())
                .contains("<html lang=\"en\">", "<h1>Access</h1>", "Roles in force", "Administrator");
        assertThat(vera.open("/access").body()).contains("<h1>Access</h1>");
        assertThat(vera.open("/access?lang=ru").body()).contains("<h1>Доступ</h1>");
    }

    private static HttpResponse<String> grant(Browser by, String user, String role, String reason, String until) {
        return by.follow(by.submit(
                "/access",
                "/access",
                Map.of("userName", user, "role", role, "reason", reason, "until", until),
                "Accept",
                "text/html"));
    }

    private static HttpResponse<String> revoke(Browser by, long id) {
        return by.follow(by.submit("/access", "/access/grants/" + id + "/revoke", Map.of(), "Accept", "text/html"));
    }

    private long idOf(String user) {
        return database.sql("select id from role_grant where user_name = ? and revoked_at is null")
                .param(user)
                .query(Long.class)
                .single();
    }
}
