package io.ordertrace.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(SearchController.class)
@WithMockUser(username = "anna", authorities = "ORDERS_VIEW")
class SearchTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void theFirstPageOffersOneFieldWithALabel() {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains("<label class=\"form-label\" for=\"q\">Номер заказа</label>", "autofocus")
                .doesNotContain("aria-invalid", "search-error");
    }

    @Test
    void anOrderIdOpensItsPage() {
        assertThat(search("ORD-0000001")).hasStatus3xxRedirection().hasRedirectedUrl("/orders/ORD-0000001");
    }

    @Test
    void whatIsPastedAlongIsForgiven() {
        assertThat(search("\u00A0 №\u00A0ORD-0000001\n")).hasRedirectedUrl("/orders/ORD-0000001");
    }

    @Test
    void anEmptyFieldAsksForANumber() {
        assertThat(search("  ")).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains("Введите номер заказа.");
    }

    @Test
    void hostileInputIsExplainedAndShownAsText() {
        assertThat(search("\"><script>alert(1)</script>"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Это не похоже на номер заказа", "aria-invalid=\"true\"", "&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void tenThousandCharactersAreTooLongAndNotRepeated() {
        assertThat(search("A".repeat(10_000)))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("не больше 64 знаков")
                .doesNotContain("AAAAAAAA");
    }

    @Test
    void speaksEnglish() {
        assertThat(mvc.get().uri("/").header("Accept-Language", "en"))
                .bodyText()
                .contains("Where is the order?", "Order number");
    }

    private MvcTestResult search(String typed) {
        return mvc.get().uri("/orders").param("q", typed).exchange();
    }
}
