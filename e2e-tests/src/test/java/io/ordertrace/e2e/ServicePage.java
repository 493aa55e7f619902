package io.ordertrace.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A page that one of the services serves, in a browser of its own. */
abstract class ServicePage implements AutoCloseable {

    /** How long a page may take to show what a service knows; it asks every four seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    ServicePage(BrowserContext context, String address) {
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> complaints.add(request.url() + " failed: " + request.failure()));
        page.navigate(address + "/");
    }

    final Page page() {
        return page;
    }

    final void enter(String person) {
        try {
            page.getByTestId("person-id").fill(person);
        } catch (TimeoutError e) {
            throw new AssertionError("The page does not ask who is there: " + page.content() + complaints, e);
        }
        page.getByTestId("sign-in").click();
        page.getByTestId("person").waitFor();
    }

    /** How the last action failed: a status such as {@code 503}, or {@code hang} or {@code unavailable}. */
    final String failure() {
        Locator notice = page.getByTestId("failure").first();
        notice.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
        return String.valueOf(notice.getAttribute("data-reason"));
    }

    /** Waits until the page shows the order, also if that has to be asked for. */
    final Locator found(Locator order) {
        Locator further = page.getByTestId("arrived").or(page.getByTestId("more"));
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (!order.isVisible() && further.count() > 0) {
                further.first().click();
            }
            return order.isVisible();
        });
        return order;
    }

    /** Waits until the order is shown in the status. */
    static void awaitStatus(Locator order, String status) {
        PlaywrightAssertions.assertThat(order.getByTestId("status"))
                .hasAttribute(
                        "data-status",
                        status,
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE.toMillis()));
    }

    /** Says yes to the page's question. */
    final void confirm() {
        page.getByTestId("confirm").click();
        page.getByTestId("confirm").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
