import { beforeEach, expect, test } from 'vitest';
import { ApiFailure } from '../src/api/api-failure';
import type { Order, Status } from '../src/orders/order';
import { OrderFeed } from '../src/orders/order-feed';

let stored: Order[] = [];
let down = false;

function order(n: number, status: Status = 'CREATED', second = n): Order {
  return { orderId: `ORD-${n}`, status, changedAt: new Date(second * 1000).toISOString() };
}

const source = {
  page: async (after?: string) => {
    if (down) {
      throw new ApiFailure('unavailable');
    }
    const start = after ? Number(after) : 0;
    const orders = stored.slice(start, start + 2);
    return start + 2 < stored.length ? { orders, next: String(start + 2) } : { orders };
  },
  one: async (orderId: string) => {
    const found = stored.find((other) => other.orderId === orderId);
    if (!found) {
      throw new ApiFailure(404);
    }
    return found;
  },
};

let feed: OrderFeed;

function shown(): string[] {
  return feed.state().orders.map(({ orderId, status }) => `${orderId} ${status}`);
}

beforeEach(async () => {
  stored = [order(3), order(2), order(1)];
  down = false;
  feed = new OrderFeed(source);
  await feed.refresh();
});

test('shows the first page, and further ones when asked', async () => {
  expect(shown()).toEqual(['ORD-3 CREATED', 'ORD-2 CREATED']);
  await feed.more();
  expect(shown()).toEqual(['ORD-3 CREATED', 'ORD-2 CREATED', 'ORD-1 CREATED']);
  expect(feed.state().next).toBeUndefined();
});

test('changes orders in their place and lets new ones wait', async () => {
  stored = [order(4), order(2, 'SUBMITTED', 20), order(3)];
  await feed.refresh();
  expect(shown()).toEqual(['ORD-3 CREATED', 'ORD-2 SUBMITTED']);
  expect(feed.state().arrived).toEqual([order(4)]);
  feed.showArrived();
  expect(shown()).toEqual(['ORD-4 CREATED', 'ORD-3 CREATED', 'ORD-2 SUBMITTED']);
});

test('keeps an order in its place that the list does not hold any more', async () => {
  stored = [order(1)];
  await feed.refresh();
  expect(shown()).toEqual(['ORD-3 CREATED', 'ORD-2 CREATED']);
});

test('keeps what is shown, and says that it may be old, while the API is away', async () => {
  down = true;
  await feed.refresh();
  expect(shown()).toHaveLength(2);
  expect(feed.state().failure?.reason).toBe('unavailable');
  down = false;
  await feed.refresh();
  expect(feed.state().failure).toBeUndefined();
});

test('takes no answer that is older than what the reader did', async () => {
  feed.put(order(2, 'CANCELLED', 30));
  await feed.refresh();
  expect(shown()).toEqual(['ORD-3 CREATED', 'ORD-2 CANCELLED']);
});

test('shows a new order of the reader at once', () => {
  feed.put(order(9));
  expect(shown()[0]).toBe('ORD-9 CREATED');
  feed.remove('ORD-9');
  expect(shown()).toHaveLength(2);
});

test('drops answers to a question that is not asked any more', async () => {
  const late = feed.more();
  await feed.ask({ ...source, page: async () => ({ orders: [order(7)] }) });
  await late;
  expect(shown()).toEqual(['ORD-7 CREATED']);
});
