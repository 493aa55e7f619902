import { ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nameCall, tellOutcome, type CallResult } from '../src/telemetry/call-outcome';
import { aboutOrder } from '../src/telemetry/order-context';
import { watchPageErrors } from '../src/telemetry/page-errors';
import { OrderIdProcessor, TidyingProcessor } from '../src/telemetry/span-processors';
import { recorder } from './spans';

const { tracer, spans } = recorder(new OrderIdProcessor(), new TidyingProcessor());
let seen = 0;

beforeEach(() => {
  seen = spans().length;
});

afterEach(() => vi.useRealTimers());

function last() {
  expect(spans().length).toBeGreaterThan(seen);
  return spans().at(-1)!;
}

function outcome(result: CallResult, signal?: AbortSignal, leaving = false) {
  const span = tracer.startSpan('call');
  tellOutcome(span, 'shop-api', { signal: signal ?? null }, result, leaving);
  span.end();
  return last();
}

test('puts the order id on the spans of a call about an order, and on no other', () => {
  aboutOrder('ORD-1', () => tracer.startSpan('inside').end());
  expect(last().attributes).toEqual({ 'jewelry.order.id': 'ORD-1' });
  tracer.startSpan('outside').end();
  expect(last().attributes).toEqual({});
});

test('takes the id of a new order from the answer', () => {
  const response = new Response('{}', { status: 201, headers: { Location: 'http://localhost/api/orders/ORD-7' } });
  expect(outcome(response).attributes).toEqual({ 'jewelry.order.id': 'ORD-7' });
});

test.each([
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'hang'],
  [500, 'error'],
])('names the failure behind a %i', (status, failure) => {
  expect(outcome(new Response('', { status })).attributes).toMatchObject({
    'jewelry.failure.class': failure,
    'jewelry.failure.dependency': 'shop-api',
  });
});

test('takes a refusal for an answer', () => {
  expect(outcome(new Response('', { status: 409 })).attributes).toEqual({});
});

test('names an API that is away', () => {
  const span = outcome({ name: 'TypeError', message: 'Failed to fetch' });
  expect(span.status.code).toBe(SpanStatusCode.ERROR);
  expect(span.attributes).toMatchObject({ 'error.type': 'TypeError', 'jewelry.failure.class': 'unavailable' });
});

test('names an API that does not answer before the deadline', () => {
  const span = outcome({ name: 'TimeoutError', message: 'signal timed out' }, AbortSignal.abort());
  expect(span.attributes).toMatchObject({ 'error.type': 'TimeoutError', 'jewelry.failure.class': 'hang' });
});

test('names a call by its kind', () => {
  const span = tracer.startSpan('PUT');
  span.setAttributes({ 'http.request.method': 'PUT', 'url.full': 'http://localhost/api/orders/ORD-1/model?filename=a.stl' });
  nameCall(span);
  span.end();
  expect(last().name).toBe('PUT /api/orders/{id}/model');
  expect(last().attributes['url.template']).toBe('/api/orders/{id}/model');
});

test('blames nobody for calls that end because the page is left', () => {
  const span = outcome({ name: 'TypeError', message: 'Failed to fetch' }, undefined, true);
  expect(span.status.code).toBe(SpanStatusCode.UNSET);
  expect(span.attributes).toEqual({});
});

test('keeps queries, the browser and status 0 out of spans', () => {
  const span = tracer.startSpan('call', {}, trace.setSpan(ROOT_CONTEXT, tracer.startSpan('parent')));
  span.setAttributes({
    'url.full': 'http://localhost/api/orders/ORD-1/model?filename=Anna%20Ivanova.stl#x',
    'user_agent.original': 'Mozilla/5.0',
    'http.response.status_code': 0,
  });
  span.end();
  expect(last().attributes).toEqual({ 'url.full': 'http://localhost/api/orders/ORD-1/model' });
});

watchPageErrors(tracer);

test('tells an uncaught error, without the queries of addresses', () => {
  const error = new RangeError('too far');
  error.stack = 'RangeError: too far\n    at f (http://localhost/assets/a.js?name=Anna:1:2)';
  window.dispatchEvent(new ErrorEvent('error', { error }));
  expect(last().name).toBe('page.error');
  expect(last().status).toEqual({ code: SpanStatusCode.ERROR, message: 'too far' });
  expect(last().attributes).toEqual({
    'error.type': 'RangeError',
    'exception.type': 'RangeError',
    'exception.message': 'too far',
    'exception.stacktrace': 'RangeError: too far\n    at f (http://localhost/assets/a.js:1:2)',
  });
});

test('tells what was thrown although it is no error', () => {
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'no' }));
  expect(last().attributes).toMatchObject({ 'error.type': 'string', 'exception.message': 'no' });
});

test('says whose order the pressed button belonged to, and forgets it afterwards', () => {
  vi.useFakeTimers();
  document.body.innerHTML = '<li data-order-id="ORD-3"><button></button></li>';
  document.querySelector('button')?.click();
  window.dispatchEvent(new ErrorEvent('error', { error: new Error('broken') }));
  expect(last().attributes['jewelry.order.id']).toBe('ORD-3');
  vi.runAllTimers();
  window.dispatchEvent(new ErrorEvent('error', { error: new Error('later') }));
  expect(last().attributes['jewelry.order.id']).toBeUndefined();
});

test('ignores a picture that does not load', () => {
  window.dispatchEvent(new ErrorEvent('error', {}));
  expect(spans()).toHaveLength(seen);
});
