package io.ordertrace.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;

/** A seller at the CRM: {@code stack.crm().signIn("seller-1").approve(orderId)}. */
final class CrmPage extends ServicePage {

    CrmPage(BrowserContext context, String address) {
        super(context, address);
    }

    CrmPage signIn(String seller) {
        enter(seller);
        return this;
    }

    CrmPage approve(String orderId) {
        filter("PRICE_CALCULATED").press(orderId, "approve");
        return shows(orderId, "MANUFACTURING_APPROVED");
    }

    CrmPage reject(String orderId) {
        filter("PRICE_CALCULATED").press(orderId, "reject");
        confirm();
        return shows(orderId, "REJECTED");
    }

    CrmPage close(String orderId) {
        filter("SHIPPED").press(orderId, "close");
        return shows(orderId, "CLOSED");
    }

    /** Cancels an order that is shown already, e.g. after {@link #filter}. */
    CrmPage cancel(String orderId) {
        press(orderId, "cancel");
        confirm();
        return shows(orderId, "CANCELLED");
    }

    /** Shows only orders in the status; all for an empty one. */
    CrmPage filter(String status) {
        page().getByTestId("filter").selectOption(status);
        return this;
    }

    /** Presses the order's button once it is there, whatever comes of it. */
    void press(String orderId, String decision) {
        row(orderId).getByTestId(decision).click();
    }

    Locator row(String orderId) {
        return found(page().locator("[data-testid=order-row][data-order-id='" + orderId + "']"));
    }

    private CrmPage shows(String orderId, String status) {
        awaitStatus(row(orderId), status);
        return this;
    }
}
