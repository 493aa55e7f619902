package io.ordertrace.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** An operator at the board of the MES: {@code stack.mes().signIn("op-1").take(orderId).complete(orderId)}. */
final class MesPage extends ServicePage {

    MesPage(BrowserContext context, String address) {
        super(context, address);
    }

    MesPage signIn(String operator) {
        enter(operator);
        return this;
    }

    MesPage take(String orderId) {
        return step(orderId, "take");
    }

    MesPage complete(String orderId) {
        return step(orderId, "complete");
    }

    MesPage pack(String orderId) {
        return step(orderId, "pack");
    }

    MesPage ship(String orderId) {
        return step(orderId, "ship");
    }

    MesPage rework(String orderId) {
        return step(orderId, "rework");
    }

    /** Presses the order's button once it is there, whatever comes of it. */
    void press(String orderId, String step) {
        card(orderId, step).getByTestId(step).click();
    }

    /** The order's card in the column where the step can be made. */
    Locator card(String orderId, String step) {
        return found(page().locator("[data-testid=card][data-order-id='" + orderId + "']")
                .filter(new Locator.FilterOptions().setHas(page().getByTestId(step))));
    }

    /** Waits until the page says that the step is made. */
    void awaitDone(String orderId, String step) {
        PlaywrightAssertions.assertThat(page().locator("[data-testid=done][data-step='" + step + "']"))
                .containsText(orderId, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
    }

    private MesPage step(String orderId, String step) {
        press(orderId, step);
        awaitDone(orderId, step);
        return this;
    }
}
