import type { Attributes, Context } from '@opentelemetry/api';
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-web';
import { ORDER_ID, orderOf } from './order-context';

abstract class QuietProcessor implements SpanProcessor {
  onStart(_span: Span, _parent: Context): void {}

  onEnd(_span: ReadableSpan): void {}

  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}

/** Puts the order id of the baggage onto every span beneath. */
export class OrderIdProcessor extends QuietProcessor {
  override onStart(span: Span, parent: Context): void {
    const orderId = orderOf(parent);
    if (orderId) {
      span.setAttribute(ORDER_ID, orderId);
    }
  }
}

/** Takes out what no span may say: the browser, queries of addresses, and the status code 0 of a call without answer. */
export class TidyingProcessor extends QuietProcessor {
  override onEnd(span: ReadableSpan): void {
    tidy(span.attributes);
  }
}

function tidy(attributes: Attributes): void {
  delete attributes['user_agent.original'];
  if (attributes['http.response.status_code'] === 0) {
    delete attributes['http.response.status_code'];
  }
  const address = attributes['url.full'];
  if (typeof address === 'string') {
    attributes['url.full'] = address.replace(/[?#].*$/s, '');
  }
}
