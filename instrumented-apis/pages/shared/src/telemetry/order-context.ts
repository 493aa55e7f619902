import { context, propagation, type Baggage, type Context } from '@opentelemetry/api';

/** Baggage entry and span attribute that tie whatever happens to an order. */
export const ORDER_ID = 'jewelry.order.id';

/**
 * Runs a call about an order: its spans carry the order's id, and so does the request, as baggage. Only what `call`
 * starts before its first `await` is covered, which is all that one request needs.
 */
export function aboutOrder<T>(orderId: string, call: () => T): T {
  return context.with(withOrder(context.active(), orderId), call);
}

/** The context in which spans carry the id. */
export function withOrder(parent: Context, orderId: string): Context {
  const baggage: Baggage = propagation.getBaggage(parent) ?? propagation.createBaggage();
  return propagation.setBaggage(parent, baggage.setEntry(ORDER_ID, { value: orderId }));
}

/** The order that a context is about. */
export function orderOf(parent: Context): string | undefined {
  return propagation.getBaggage(parent)?.getEntry(ORDER_ID)?.value;
}
