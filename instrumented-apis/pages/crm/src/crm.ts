import { Api } from 'shared/src/api/api';
import type { OrderSource } from 'shared/src/orders/order-feed';
import type { Order, OrderPage, Status } from 'shared/src/orders/order';

/** What a seller may do with an order. */
export type Decision = 'approve' | 'reject' | 'close' | 'cancel';

const DECISIONS: Partial<Record<Status, readonly Decision[]>> = {
  CREATED: ['cancel'],
  SUBMITTED: ['cancel'],
  PRICE_CALCULATED: ['approve', 'reject', 'cancel'],
  MANUFACTURING_APPROVED: ['cancel'],
  SHIPPED: ['close'],
};

export function decisionsFor(order: Order): readonly Decision[] {
  return DECISIONS[order.status] ?? [];
}

/** Whether there is no way back. */
export function isFinal(decision: Decision): decision is 'reject' | 'cancel' {
  return decision === 'reject' || decision === 'cancel';
}

/** The CRM as one seller uses it. */
export class Crm {
  readonly #api: Api;

  constructor(seller: string) {
    this.#api = new Api({ 'X-Seller-Id': seller });
  }

  decide(orderId: string, decision: Decision): Promise<Order> {
    return this.#api.change(orderId, decision);
  }

  /** @param status only orders in it; all without one */
  orders(status: Status | ''): OrderSource {
    return {
      page: (after) => this.#api.look<OrderPage>(`/api/orders?${query(status, after)}`),
      one: (orderId) => this.#api.look<Order>(`/api/orders/${encodeURIComponent(orderId)}`),
    };
  }
}

function query(status: Status | '', after: string | undefined): URLSearchParams {
  return new URLSearchParams({ limit: '20', ...(status && { status }), ...(after && { after }) });
}
