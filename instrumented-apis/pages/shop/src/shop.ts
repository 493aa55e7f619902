import { Api } from 'shared/src/api/api';
import type { OrderSource } from 'shared/src/orders/order-feed';
import type { Order, OrderPage, Status } from 'shared/src/orders/order';

const CANCELLABLE: readonly Status[] = ['CREATED', 'SUBMITTED', 'PRICE_CALCULATED'];

/** The shop as one customer uses it. */
export class Shop implements OrderSource {
  readonly #api: Api;

  constructor(user: string) {
    this.#api = new Api({ 'X-User-Id': user });
  }

  order(item: string, quantity: number): Promise<Order> {
    return this.#api.create('/api/orders', { item, quantity });
  }

  sendModel(orderId: string, file: File): Promise<Order> {
    return this.#api.change(orderId, `model?filename=${encodeURIComponent(file.name)}`, { method: 'PUT', file });
  }

  cancel(orderId: string): Promise<Order> {
    return this.#api.change(orderId, 'cancel');
  }

  page(after?: string): Promise<OrderPage> {
    return this.#api.look(`/api/orders?limit=20${after ? `&after=${encodeURIComponent(after)}` : ''}`);
  }

  one(orderId: string): Promise<Order> {
    return this.#api.look(`/api/orders/${encodeURIComponent(orderId)}`);
  }
}

/** The customer may change their mind until a seller has approved. */
export function isCancellable(order: Order): boolean {
  return CANCELLABLE.includes(order.status);
}
