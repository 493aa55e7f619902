package io.ordertrace.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Objects;

/** A customer at the Internet Shop: {@code stack.shop().signIn("user-1").order("ring", stl)}. */
final class ShopPage extends ServicePage {

    ShopPage(BrowserContext context, String address) {
        super(context, address);
    }

    ShopPage signIn(String user) {
        enter(user);
        return this;
    }

    /** Orders one piece and sends its model; returns the order's id. */
    String order(String item, byte[] stl) {
        fill(item, 1, stl).press();
        Locator sent = page().getByTestId("sent");
        sent.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
        return Objects.requireNonNull(sent.getAttribute("data-order-id"));
    }

    /** Fills the form as far as the button. */
    ShopPage fill(String item, int quantity, byte[] stl) {
        page().getByTestId("item").selectOption(item);
        page().getByTestId("quantity").fill(Integer.toString(quantity));
        return choose("model.stl", stl);
    }

    /** Chooses a file and waits until the page has read it, or has refused it. */
    ShopPage choose(String name, byte[] content) {
        page().getByTestId("model").setInputFiles(new FilePayload(name, "model/stl", content));
        page().locator("[data-testid=model-facts][data-ready=true], #model[aria-invalid=true]")
                .first()
                .waitFor();
        return this;
    }

    /** Presses the form's button, whatever comes of it. */
    void press() {
        page().getByTestId("order").click();
    }

    /** Chooses the model of an order that waits for it. */
    ShopPage prepareModel(String orderId, byte[] stl) {
        if (!page().locator("[data-testid=order-form][data-order-id='" + orderId + "']")
                .isVisible()) {
            row(orderId).getByTestId("send-model").click();
        }
        return choose("model.stl", stl);
    }

    /** Waits until the page says that the order and its model are sent. */
    void awaitSent(String orderId) {
        page().locator("[data-testid=sent][data-order-id='" + orderId + "']")
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
    }

    void cancel(String orderId) {
        pressCancel(orderId);
        awaitStatus(orderId, "CANCELLED");
    }

    /** Cancels the order, whatever comes of it. */
    void pressCancel(String orderId) {
        row(orderId).getByTestId("cancel").click();
        confirm();
    }

    void awaitStatus(String orderId, String status) {
        awaitStatus(row(orderId), status);
    }

    Locator row(String orderId) {
        return found(page().locator("[data-testid=order-row][data-order-id='" + orderId + "']"));
    }
}
