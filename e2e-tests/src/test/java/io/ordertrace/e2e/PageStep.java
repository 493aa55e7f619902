package io.ordertrace.e2e;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.ordertrace.stack.demo.plan.Jewel;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A step of an order that somebody makes on one of the three pages; what a trouble of that page or its API befalls. */
abstract sealed class PageStep implements AutoCloseable {

    private static final byte[] MODEL = new Jewel("ring", 9, 1.2, false).stl();

    final RunningStack stack;
    final ServicePage page;

    private PageStep(RunningStack stack, ServicePage page) {
        this.stack = stack;
        this.page = page;
    }

    /** The step of {@code shop-page}, {@code crm-page} or {@code mes-page}, by somebody who has signed in there. */
    static PageStep on(String page, RunningStack stack) {
        return switch (page) {
            case "shop-page" -> new Submission(stack);
            case "crm-page" -> new Approval(stack);
            case "mes-page" -> new Taking(stack);
            default -> throw new IllegalArgumentException(page);
        };
    }

    /** The name of the browser's span around the step's call. */
    abstract String call();

    /** An order for which the step is due, as the page shows it. */
    abstract String order();

    /** Presses the button, whatever comes of it. */
    abstract void press(String orderId);

    /** Waits until the page says that it is done. */
    abstract void awaitDone(String orderId);

    final void complete(String orderId) {
        press(orderId);
        awaitDone(orderId);
    }

    /** Loads the page again; whoever was signed in still is. */
    final void reload() {
        page.page().reload();
    }

    @Override
    public void close() {
        page.close();
    }

    /** A customer sends the model of an order. */
    private static final class Submission extends PageStep {

        private static final Pattern ORDER_ID = Pattern.compile("\"orderId\":\"([^\"]+)\"");

        private final ShopPage shop;

        Submission(RunningStack stack) {
            this(stack, stack.shop().signIn("user-pages"));
        }

        private Submission(RunningStack stack, ShopPage shop) {
            super(stack, shop);
            this.shop = shop;
        }

        @Override
        String call() {
            return "PUT /api/orders/{id}/model";
        }

        /** Made by a program of the customer: the page itself sends the model along at once. */
        @Override
        String order() {
            APIResponse created = shop.page()
                    .request()
                    .post(
                            stack.service("shop-api") + "/api/orders",
                            RequestOptions.create()
                                    .setHeader("X-User-Id", "user-pages")
                                    .setData(Map.of("item", "ring", "quantity", 1)));
            Matcher id = ORDER_ID.matcher(created.text());
            if (!id.find()) {
                throw new AssertionError(created.text());
            }
            shop.row(id.group(1));
            return id.group(1);
        }

        @Override
        void press(String orderId) {
            shop.prepareModel(orderId, MODEL).press();
        }

        @Override
        void awaitDone(String orderId) {
            shop.awaitSent(orderId);
        }
    }

    /** A seller approves. */
    private static final class Approval extends PageStep {

        private final CrmPage crm;

        Approval(RunningStack stack) {
            this(stack, stack.crm().signIn("seller-pages"));
        }

        private Approval(RunningStack stack, CrmPage crm) {
            super(stack, crm);
            this.crm = crm;
        }

        @Override
        String call() {
            return "POST /api/orders/{id}/approve";
        }

        @Override
        String order() {
            String orderId = ordered(stack);
            crm.filter("PRICE_CALCULATED").row(orderId);
            return orderId;
        }

        @Override
        void press(String orderId) {
            crm.press(orderId, "approve");
        }

        @Override
        void awaitDone(String orderId) {
            ServicePage.awaitStatus(crm.row(orderId), "MANUFACTURING_APPROVED");
        }
    }

    /** An operator takes an order. */
    private static final class Taking extends PageStep {

        private final MesPage mes;

        Taking(RunningStack stack) {
            this(stack, stack.mes().signIn("op-pages"));
        }

        private Taking(RunningStack stack, MesPage mes) {
            super(stack, mes);
            this.mes = mes;
        }

        @Override
        String call() {
            return "POST /api/orders/{id}/take";
        }

        @Override
        String order() {
            String orderId = ordered(stack);
            try (CrmPage crm = stack.crm().signIn("seller-pages")) {
                crm.approve(orderId);
            }
            mes.card(orderId, "take");
            return orderId;
        }

        @Override
        void press(String orderId) {
            mes.press(orderId, "take");
        }

        @Override
        void awaitDone(String orderId) {
            mes.awaitDone(orderId, "take");
        }
    }

    private static String ordered(RunningStack stack) {
        try (ShopPage shop = stack.shop().signIn("user-pages")) {
            return shop.order("ring", MODEL);
        }
    }
}
