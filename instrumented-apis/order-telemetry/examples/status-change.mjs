// What a service without any OpenTelemetry library sends when an order's status changes: OTLP/HTTP in JSON.
//
//   OTLP_ENDPOINT=http://127.0.0.1:4318 OTLP_TOKEN=… node status-change.mjs
//
// A real service takes trace id and parent from the request's traceparent header and the order id from its own data.
import { randomBytes } from 'node:crypto';

const { OTLP_ENDPOINT, OTLP_TOKEN } = process.env;

const nanos = (date) => `${BigInt(date.getTime()) * 1_000_000n}`;
const attributes = (values) =>
  Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value },
  }));

function span(traceId, parentSpanId, name, kind, values, more = {}) {
  const end = new Date();
  return {
    traceId,
    spanId: randomBytes(8).toString('hex'),
    parentSpanId,
    name,
    kind,
    startTimeUnixNano: nanos(new Date(end.getTime() - 20)),
    endTimeUnixNano: nanos(end),
    attributes: attributes(values),
    ...more,
  };
}

const INTERNAL = 1;
const SERVER = 2;
const ERROR = { status: { code: 2 } };

const order = 'ORD-0000042';
const traceId = randomBytes(16).toString('hex');

// Every span of the request carries the order id, not only the change.
const request = span(traceId, '', 'POST /api/orders/{id}/ship', SERVER, {
  'jewelry.order.id': order,
  'http.request.method': 'POST',
  'http.response.status_code': 200,
});

const change = span(traceId, request.spanId, 'order.status_change', INTERNAL, {
  'jewelry.order.id': order,
  'jewelry.order.status': 'SHIPPED',
  'jewelry.order.status.previous': 'PACKAGED',
  // The database's time of the change, with its zone; here this program's clock stands in for it.
  'jewelry.order.status.changed_at': new Date().toISOString(),
  'jewelry.operator.id': 'op-17',
});

// Did not commit: status Error, why, and no time of change.
const attempt = span(
  traceId,
  request.spanId,
  'order.status_change',
  INTERNAL,
  {
    'jewelry.order.id': order,
    'jewelry.order.status': 'SHIPPED',
    'jewelry.operator.id': 'op-17',
    'error.type': 'TimeoutError',
    'jewelry.failure.class': 'hang',
    'jewelry.failure.dependency': 'mes-db',
  },
  ERROR,
);

const answer = await fetch(`${OTLP_ENDPOINT}/v1/traces`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${OTLP_TOKEN}` },
  body: JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: attributes({ 'service.name': 'mes-api' }) },
        scopeSpans: [{ spans: [request, attempt, change] }],
      },
    ],
  }),
});
if (!answer.ok) {
  throw new Error(`The Collector answered ${answer.status}`);
}
