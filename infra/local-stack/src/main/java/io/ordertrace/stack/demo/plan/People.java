package io.ordertrace.stack.demo.plan;

import java.util.List;
import java.util.random.RandomGenerator;

/** Who takes part: small pools, so that the same ids come again. Identifiers only, as everywhere in the telemetry. */
public record People(String buyer, String seller, String operator) {

    /** The partners whose programs order through the B2B API. */
    public static final List<String> API_USERS = List.of("b2b-atelier", "b2b-gallery", "b2b-lombard");

    private static final int CUSTOMERS = 60;
    private static final int SELLERS = 8;
    private static final int OPERATORS = 12;

    static People draw(boolean b2b, RandomGenerator random) {
        int customer = 200 + random.nextInt(CUSTOMERS);
        String partner = API_USERS.get(random.nextInt(API_USERS.size()));
        String seller = "seller-" + (1 + random.nextInt(SELLERS));
        String operator = "op-" + (1 + random.nextInt(OPERATORS));
        return new People(b2b ? partner : "user-" + customer, seller, operator);
    }

    public String doing(Step step) {
        return switch (step) {
            case CREATE, SUBMIT, ORDER, CANCEL -> buyer;
            case APPROVE, REJECT, CALL_OFF, CLOSE -> seller;
            case TAKE, COMPLETE, REWORK, PACK, SHIP -> operator;
        };
    }
}
