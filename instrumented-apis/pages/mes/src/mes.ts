import { Api } from 'shared/src/api/api';
import type { OrderSource } from 'shared/src/orders/order-feed';
import type { Order, OrderPage, Status } from 'shared/src/orders/order';

/** What an operator does with an order. */
export type Step = 'take' | 'complete' | 'pack' | 'ship' | 'rework';

/** The columns of the board, and what can be done in each; the usual step first. */
export const COLUMNS = [
  { status: 'MANUFACTURING_APPROVED', steps: ['take'] },
  { status: 'MANUFACTURING_STARTED', steps: ['complete'] },
  { status: 'MANUFACTURING_COMPLETED', steps: ['pack', 'rework'] },
  { status: 'PACKAGED', steps: ['ship'] },
] as const satisfies readonly { status: Status; steps: readonly Step[] }[];

export type Column = (typeof COLUMNS)[number];

/** The MES as one operator uses it. */
export class Mes {
  readonly #api: Api;

  constructor(operator: string) {
    this.#api = new Api({ 'X-Operator-Id': operator });
  }

  move(orderId: string, step: Step): Promise<Order> {
    return this.#api.change(orderId, step);
  }

  orders(status: Status): OrderSource {
    return {
      page: (after) =>
        this.#api.look<OrderPage>(`/api/orders?${new URLSearchParams({ status, limit: '20', ...(after && { after }) })}`),
      one: (orderId) => this.#api.look<Order>(`/api/orders/${encodeURIComponent(orderId)}`),
    };
  }
}
