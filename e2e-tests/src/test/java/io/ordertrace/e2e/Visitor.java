package io.ordertrace.e2e;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Objects;

/** A person at a browser of their own: own cookies, own language, own window size. */
final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String portal;

    private Visitor(BrowserContext context, String portal) {
        this.context = context;
        this.page = context.newPage();
        this.portal = portal;
    }

    static Visitor arrive(Browser browser, String portal, Browser.NewContextOptions options) {
        return new Visitor(browser.newContext(options), portal);
    }

    /** Signs in at Keycloak's own form, as a person does, and waits until the portal answers again. */
    Visitor signIn(String user, String password) {
        page.navigate(portal + "/");
        return fillSignIn(user, password);
    }

    Visitor fillSignIn(String user, String password) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(portal));
        return this;
    }

    Page page() {
        return page;
    }

    Response open(String path) {
        return Objects.requireNonNull(page.navigate(portal + path), path);
    }

    /** Asks as a script of the page would: same cookies, no redirect followed. */
    APIResponse asScript(String path) {
        return page.request()
                .get(
                        portal + path,
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setHeader("Accept", "application/json")
                                .setHeader("X-Requested-With", "XMLHttpRequest"));
    }

    /** Asks as the address bar does, without following where the answer leads. */
    APIResponse asPage(String path) {
        return page.request()
                .get(portal + path, RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "text/html"));
    }

    /** The statuses that the order has reached, in the page's order. */
    Locator steps() {
        return page.locator("[data-testid=step]:is([data-state=reached], [data-state=current])");
    }

    /** The text of the page as a person sees it. */
    String text() {
        return page.locator("body").innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}
