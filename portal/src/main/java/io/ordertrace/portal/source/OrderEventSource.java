package io.ordertrace.portal.source;

import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.Origin;
import java.time.Duration;

/**
 * Knows events of orders.
 *
 * <p><b>Whose events:</b> only those whose order id equals the asked one character by character, whatever the storage
 * behind the source returned.
 *
 * <p><b>Order:</b> events of one trace come in causal order; between traces the order is unspecified. No event comes
 * twice.
 *
 * <p><b>Unknown id:</b> an answer without events, never an error.
 *
 * <p><b>Limits:</b> what may be missing from the answer is said in its gaps; a cut result without a gap is a defect.
 *
 * <p><b>Failure:</b> a source that could not be asked throws; being down is never an empty answer.
 */
public interface OrderEventSource {

    Origin origin();

    /**
     * Finds what is known of an order.
     *
     * @param within time for the whole answer; when it is over the source gives up
     * @throws SourceUnavailable when nothing can be said about the order
     */
    FoundEvents find(OrderId order, Duration within);
}
