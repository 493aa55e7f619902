import { ApiFailure } from '../api/api-failure';
import type { Order, OrderPage } from './order';

/** What a list asks its API. */
export interface OrderSource {
  page(after?: string): Promise<OrderPage>;
  one(orderId: string): Promise<Order>;
}

export interface FeedState {
  /** In the order in which they are read; a refresh changes no place. */
  readonly orders: readonly Order[];
  /** Came since and wait to be asked for, so that nothing moves under the reader's eyes. */
  readonly arrived: readonly Order[];
  readonly next: string | undefined;
  readonly loaded: boolean;
  /** Why what is shown may be out of date. */
  readonly failure: ApiFailure | undefined;
}

const EMPTY: FeedState = { orders: [], arrived: [], next: undefined, loaded: false, failure: undefined };

/** A list of orders that stays still while it keeps itself up to date. */
export class OrderFeed {
  #state = EMPTY;
  /** Answers to questions that were asked before the list was thrown away are not wanted any more. */
  #era = 0;
  #source: OrderSource;
  readonly #listeners = new Set<() => void>();

  constructor(source: OrderSource) {
    this.#source = source;
  }

  readonly state = (): FeedState => this.#state;

  /** @returns ends the subscription */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Starts again with another question. */
  async ask(source: OrderSource): Promise<void> {
    this.#source = source;
    this.#era++;
    this.#set(EMPTY);
    await this.refresh();
  }

  /** Asks again: what is shown gets its newest state in its place, what is new waits. */
  async refresh(): Promise<void> {
    await this.#guarded(async (current) => {
      const first = await this.#source.page();
      if (!this.#state.loaded) {
        return current() && this.#set({ ...EMPTY, orders: first.orders, next: first.next, loaded: true });
      }
      const fresh = new Map(first.orders.map((order) => [order.orderId, order]));
      for (const order of await this.#missingIn(fresh)) {
        fresh.set(order.orderId, order);
      }
      return current() && this.#merge(fresh, first.orders);
    });
  }

  /** Appends the next page. */
  async more(): Promise<void> {
    await this.#guarded(async (current) => {
      const page = await this.#source.page(this.#state.next);
      if (current()) {
        const known = new Set(this.#state.orders.map((order) => order.orderId));
        const further = page.orders.filter((order) => !known.has(order.orderId));
        this.#set({ ...this.#state, orders: [...this.#state.orders, ...further], next: page.next, failure: undefined });
      }
    });
  }

  /** Shows what came since, on top. */
  showArrived(): void {
    this.#set({ ...this.#state, orders: [...this.#state.arrived, ...this.#state.orders], arrived: [] });
  }

  /** Shows a change that the reader made: in its place, or on top if it is new. */
  put(order: Order): void {
    const { orders, arrived } = this.#state;
    const known = orders.some((other) => other.orderId === order.orderId);
    this.#set({
      ...this.#state,
      orders: known ? orders.map((other) => newer(other, order)) : [order, ...orders],
      arrived: arrived.filter((other) => other.orderId !== order.orderId),
    });
  }

  /** Takes an order out of the list. */
  remove(orderId: string): void {
    this.#set({ ...this.#state, orders: this.#state.orders.filter((order) => order.orderId !== orderId) });
  }

  /** Shown orders that the first page does not tell of: further pages, and those that the question does not fit any more. */
  async #missingIn(fresh: Map<string, Order>): Promise<Order[]> {
    const missing = this.#state.orders.filter((order) => !fresh.has(order.orderId)).slice(0, 20);
    const asked = await Promise.allSettled(missing.map((order) => this.#source.one(order.orderId)));
    return asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  }

  #merge(fresh: Map<string, Order>, first: Order[]): void {
    const { orders } = this.#state;
    const shown = new Set(orders.map((order) => order.orderId));
    this.#set({
      ...this.#state,
      orders: orders.map((order) => newer(order, fresh.get(order.orderId) ?? order)),
      arrived: first.filter((order) => !shown.has(order.orderId)),
      failure: undefined,
    });
  }

  async #guarded(work: (current: () => boolean) => Promise<unknown>): Promise<void> {
    const era = this.#era;
    const current = (): boolean => era === this.#era;
    try {
      await work(current);
    } catch (error) {
      if (!(error instanceof ApiFailure)) {
        throw error;
      }
      if (current()) {
        this.#set({ ...this.#state, failure: error });
      }
    }
  }

  #set(state: FeedState): void {
    this.#state = state;
    this.#listeners.forEach((listener) => listener());
  }
}

/** An answer that was on its way while the reader changed the order is older than what is shown. */
function newer(shown: Order, answer: Order): Order {
  const same = shown.orderId === answer.orderId;
  return same && Date.parse(answer.changedAt) >= Date.parse(shown.changedAt) ? answer : shown;
}
