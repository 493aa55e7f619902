package io.ordertrace.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.ordertrace.e2e.recording.JaegerTraces;
import io.ordertrace.stack.Component;
import io.ordertrace.stack.LocalStack;
import io.ordertrace.stack.Ports;
import io.ordertrace.stack.StackInfo;
import io.ordertrace.stack.StackOptions;
import io.ordertrace.stack.demo.DemoSettings;
import io.ordertrace.stack.trouble.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole stack with its demo orders, and a browser to look at it. */
final class RunningStack implements AutoCloseable {

    /** Of the week before the start; the more, the longer the tests take that look at all of them. */
    static final int DEMO_ORDERS = 120;

    private final LocalStack stack;
    private final Playwright playwright;
    private final Browser browser;

    private RunningStack(LocalStack stack) {
        this.stack = stack;
        // Chromium comes from the machine; Playwright's own download is not wanted.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-quic", "--disable-background-networking")));
    }

    static RunningStack start() {
        StackOptions options = new StackOptions(
                Ports.free(),
                Optional.empty(),
                new DemoSettings(true, 1, DEMO_ORDERS, 0),
                StackOptions.enclosingProject(),
                System.out);
        return new RunningStack(LocalStack.start(options.withTap()));
    }

    Visitor visitor(String user) {
        return visitor(user, new Browser.NewContextOptions());
    }

    Visitor visitorReading(String user, String locale) {
        return visitor(user, new Browser.NewContextOptions().setLocale(locale));
    }

    /** Somebody who has just signed in; reads Russian unless the options say otherwise. */
    Visitor visitor(String user, Browser.NewContextOptions options) {
        return arrive(options).signIn(user, password(user));
    }

    /** Somebody who has not signed in. */
    Visitor stranger() {
        return arrive(new Browser.NewContextOptions());
    }

    private Visitor arrive(Browser.NewContextOptions options) {
        return Visitor.arrive(browser, portal(), inRussian(options));
    }

    /** Somebody who has opened the Internet Shop. */
    ShopPage shop() {
        return shop(new Browser.NewContextOptions());
    }

    ShopPage shop(Browser.NewContextOptions options) {
        return new ShopPage(browser.newContext(inRussian(options)), service("shop-api"));
    }

    /** Somebody who has opened the CRM. */
    CrmPage crm() {
        return crm(new Browser.NewContextOptions());
    }

    CrmPage crm(Browser.NewContextOptions options) {
        return new CrmPage(browser.newContext(inRussian(options)), service("crm-api"));
    }

    /** Somebody who has opened the MES. */
    MesPage mes() {
        return mes(new Browser.NewContextOptions());
    }

    MesPage mes(Browser.NewContextOptions options) {
        return new MesPage(browser.newContext(inRussian(options)), service("mes-api"));
    }

    private static Browser.NewContextOptions inRussian(Browser.NewContextOptions options) {
        return options.locale == null ? options.setLocale("ru-RU") : options;
    }

    String portal() {
        return info().portal();
    }

    String keycloak() {
        return info().keycloak();
    }

    String order(String which) {
        return Objects.requireNonNull(info().orders().get(which), which);
    }

    String password(String user) {
        return Objects.requireNonNull(info().users().get(user), user);
    }

    String service(String name) {
        return Objects.requireNonNull(info().services().get(name), name);
    }

    String otlpHttp() {
        return info().otlp().http();
    }

    String jaegerHttp() {
        return info().jaeger().http();
    }

    /** The header by which Jaeger knows the portal. */
    String jaegerCredential() {
        StackInfo.Jaeger jaeger = info().jaeger();
        String pair = jaeger.user() + ":" + jaeger.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Turns the trouble on, until what is returned is closed. */
    TroubleOn trouble(Trouble trouble) {
        stack.switchboard().on(trouble);
        return () -> stack.switchboard().off(trouble);
    }

    /** Sends lost and dead messages once more, as the person on duty does; gives back how many. */
    int sendMessagesAgain() {
        return stack.switchboard().sendAgain();
    }

    /** A trouble as long as it lasts. */
    @FunctionalInterface
    interface TroubleOn extends AutoCloseable {

        /** Returns when the trouble is over. */
        @Override
        void close();
    }

    JaegerTraces jaegerTraces() {
        StackInfo.Jaeger jaeger = info().jaeger();
        return new JaegerTraces(jaeger.http(), jaeger.user(), jaeger.password());
    }

    JaegerSpans jaegerSpans() {
        return new JaegerSpans(jaegerHttp(), jaegerCredential());
    }

    OrderingClient ordering() {
        return new OrderingClient(service("shop-api"), service("crm-api"), service("mes-api"));
    }

    /** What services have sent so far, as lines of OTLP JSON: the file that is being written, and those that were full. */
    List<Path> tapped() {
        try (Stream<Path> files = Files.list(Objects.requireNonNull(stack.tap().getParent()))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Spans spans() {
        return new Spans(otlpHttp(), info().otlp().token());
    }

    /** A service or server of the stack, to be stopped, killed and started. */
    Component component(String name) {
        return stack.component(name);
    }

    /** What the services' own troubles ask for. */
    String troublesToken() {
        return info().switchboard().token();
    }

    void stopJaeger() {
        stack.jaeger().stop();
    }

    void startJaeger() {
        stack.jaeger().start();
    }

    private StackInfo info() {
        return stack.info();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        stack.close();
    }
}
