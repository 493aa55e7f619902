import { propagation, context } from '@opentelemetry/api';
import { afterEach, expect, test, vi } from 'vitest';
import { Api, DEADLINE, uploadDeadline } from '../src/api/api';
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

test('says that there is too much to do, and that nothing was done', async () => {
  answer(Response.json({ detail: 'Too many models' }, { status: 503, headers: { 'Retry-After': '5' } }));
  expect(await failureOf(api.change('ORD-1', 'model'))).toMatchObject({ reason: 503, text: 'failure.too-many', uncertain: false });
  answer(Response.json({}, { status: 503 }));
  expect(await failureOf(api.change('ORD-1', 'model'))).toMatchObject({ text: 'failure.unavailable', uncertain: true });
});

test('gives a file the time that it needs over a slow line', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout');
  answer(Response.json({ orderId: 'ORD-1' }));
  await api.change('ORD-1', 'model', { method: 'PUT', file: new Blob([new Uint8Array(65_537)]) });
  expect(timeout).toHaveBeenLastCalledWith(32_000);
  answer(Response.json({ orderId: 'ORD-1' }));
  await api.change('ORD-1', 'cancel');
  expect(timeout).toHaveBeenLastCalledWith(DEADLINE);
  expect(uploadDeadline(20 * 1024 * 1024)).toBe(350_000);
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
