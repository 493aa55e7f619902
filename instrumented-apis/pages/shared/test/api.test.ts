import { propagation, context } from '@opentelemetry/api';
import { afterEach, expect, test, vi } from 'vitest';
import { Api, DEADLINE } from '../src/api/api';
import { ApiFailure } from '../src/api/api-failure';
import { recorder } from './spans';

recorder();
const api = new Api({ 'X-User-Id': 'user-1' });
const baggage: (string | undefined)[] = [];
const requests: [string, RequestInit][] = [];

function answer(response: Response | Error): void {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    requests.push([path, init]);
    baggage.push(propagation.getBaggage(context.active())?.getEntry('jewelry.order.id')?.value);
    if (response instanceof Error) {
      throw response;
    }
    return response;
  });
}

afterEach(() => vi.unstubAllGlobals());

async function failureOf(call: Promise<unknown>): Promise<ApiFailure> {
  const failure = await call.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ApiFailure);
  return failure as ApiFailure;
}

test('says who asks, and carries the order id with a change only', async () => {
  answer(Response.json({ orderId: 'ORD-1' }));
  expect(await api.change('ORD-1', 'cancel')).toEqual({ orderId: 'ORD-1' });
  expect(requests.at(-1)?.[0]).toBe('/api/orders/ORD-1/cancel');
  expect(new Headers(requests.at(-1)?.[1].headers).get('X-User-Id')).toBe('user-1');
  expect(baggage.at(-1)).toBe('ORD-1');
  answer(Response.json({ orders: [] }));
  await api.look('/api/orders');
  expect(baggage.at(-1)).toBeUndefined();
});

test('reads why the API refuses', async () => {
  answer(Response.json({ detail: 'The order is CLOSED' }, { status: 409 }));
  const failure = await failureOf(api.change('ORD-1', 'cancel'));
  expect(failure).toMatchObject({ reason: 409, detail: 'The order is CLOSED', text: 'failure.conflict', uncertain: false });
});

test('copes with an answer that is no problem detail', async () => {
  answer(new Response('<html>Bad gateway</html>', { status: 502 }));
  expect(await failureOf(api.look('/api/orders'))).toMatchObject({ reason: 502, text: 'failure.unavailable', uncertain: true });
});

test('says that the API is away', async () => {
  answer(new TypeError('Failed to fetch'));
  expect(await failureOf(api.look('/api/orders'))).toMatchObject({ reason: 'unavailable', uncertain: true });
});

test('gives a silent API up at the deadline', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  answer(new DOMException('signal timed out', 'TimeoutError'));
  expect(await failureOf(api.look('/api/orders'))).toMatchObject({ reason: 'hang', text: 'failure.hang' });
  expect(timeout).toHaveBeenCalledWith(DEADLINE);
});
